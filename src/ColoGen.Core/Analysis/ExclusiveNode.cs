using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>Finds devices that take no node on which others depend: QEMU moves the node to another thread, or resizes it.</summary>
internal static class ExclusiveNode
{
    /// <summary>Whether a backing reference is to the node of such a device.</summary>
    public static bool IsRequired(TopologyContext context, BackingReference reference) =>
        reference is { IsToTop: true, Disk: { IsHostDisk: false } disk } && ReasonOf(disk) is not null
        && context.BackingReferences.IsResolvable(reference) && NodeWriter.Of(context, reference) is null;

    /// <summary>What of a device needs the node alone; null where nothing does.</summary>
    public static string? ReasonOf(Attachment disk) => disk switch
    {
        { Bus: DiskBus.Scsi } => "on virtio-scsi",
        _ when disk.Settings.Get(nameof(DiskAttribute.IoThread)) is not null => "with an I/O thread",
        _ => null,
    };
}
