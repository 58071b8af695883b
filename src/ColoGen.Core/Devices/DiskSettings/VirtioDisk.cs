using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>What only disks on virtio have.</summary>
internal static class VirtioDisk
{
    public static string? Unsupported(Attachment disk) => disk.Bus == DiskBus.Virtio ? null : "only virtio disks have one";
}
