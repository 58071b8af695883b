using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The texts of a SCSI disk's inquiry data.</summary>
internal static class ScsiInquiry
{
    public static string? Unsupported(Attachment disk) => disk.Bus == DiskBus.Scsi && disk.Device != DiskDevice.Lun ? null : "only scsi disks have one";

    public static string? Invalid(string text, int maximumLength) =>
        text.Length > maximumLength ? $"it may have {maximumLength.ToText()} characters"
        : text == "" || !text.All(character => character is >= ' ' and <= '~') ? "use printable ASCII"
        : null;
}
