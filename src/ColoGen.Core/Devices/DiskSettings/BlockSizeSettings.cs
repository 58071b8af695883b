using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The block sizes that the guest sees.</summary>
internal static class BlockSizeSettings
{
    private const long Sector = 512;

    private static readonly NumberRange s_range = new(Sector, 2 * 1024 * 1024);

    public static DiskSetting Logical { get; } = Of(
        nameof(DiskAttribute.LogicalBlockSize),
        "logical_block_size",
        disk => disk.Bus is DiskBus.Ide or DiskBus.Sata or DiskBus.Fdc && LogicalSize(disk) != Sector ? $"{disk.Bus.Value.ToWord()} has blocks of 512 bytes"
            : LogicalSize(disk) > PhysicalSize(disk) ? $"PhysicalBlockSize is {PhysicalSize(disk).ToText()}, and can't be less"
            : null);

    public static DiskSetting Physical { get; } = Of(
        nameof(DiskAttribute.PhysicalBlockSize),
        "physical_block_size",
        disk => disk.Bus == DiskBus.Fdc && PhysicalSize(disk) != Sector ? "fdc has blocks of 512 bytes" : null);

    /// <param name="word">The attribute of libvirt's <c>&lt;blockio&gt;</c>, and QEMU's property of the device.</param>
    /// <param name="problem">Why a disk can't have the size.</param>
    private static DiskSetting Of(string name, string word, Func<Attachment, string?> problem) => DiskSetting.OfNumber(
        name,
        s_range,
        new XmlPlace("blockio", word),
        word,
        new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => disk.Device == DiskDevice.Lun ? "a device that is passed through has its own" : problem(disk),
            InvalidNumber = DiskSettingCheck.PowerOfTwo,
        });

    private static long LogicalSize(Attachment disk) => disk.Settings.GetNumber(nameof(DiskAttribute.LogicalBlockSize)) ?? Sector;

    private static long PhysicalSize(Attachment disk) => disk.Settings.GetNumber(nameof(DiskAttribute.PhysicalBlockSize)) ?? Sector;
}
