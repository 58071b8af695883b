using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>A tree attached to a topology: a disk that the guest sees, or one that only the host sees.</summary>
/// <param name="Edge">The topology's property; its layer is the top of the tree.</param>
/// <param name="Binding">What binds the tree's open references.</param>
/// <param name="Export">The settings of the NBD export, null without one.</param>
internal sealed record Attachment(
    string Dev, bool IsHostDisk, EquatableArray<Setting> Settings, Edge Edge, Reference? Binding, EquatableArray<Setting>? Export)
{
    public string Path => Edge.Source.Path;

    public Layer Top => Edge.Layer;

    public bool IsReadOnly => Settings.GetBoolean("ReadOnly") || Device == "Cdrom";

    /// <summary>Whether a client of its export may write.</summary>
    public bool IsExportedWritable => Export?.GetBoolean("Writable") == true;

    public string Device => Settings.GetMember("Device") ?? "Disk";

    /// <summary>The bus as declared, or as libvirt has it from the dev's prefix.</summary>
    public string? Bus => Settings.GetMember("Bus") ?? Dev switch
    {
        ['v', 'd', ..] => "Virtio",
        ['s', 'd', ..] => "Scsi",
        ['h', 'd', ..] => "Ide",
        ['f', 'd', ..] => "Fdc",
        _ => null,
    };

    /// <summary>The name of the NBD export, where there is one.</summary>
    public string ExportName => (Export ?? default).GetText("Name") ?? Dev;

    /// <summary>A drive that is there without a medium.</summary>
    public bool MayBeEmpty => Edge.Kind == EdgeKind.Optional && Device is "Cdrom" or "Floppy";

    /// <summary>The reference of a layer of this tree, bound.</summary>
    public Reference? Bind(Layer layer) => layer.Reference is { Dev: null } ? Binding : layer.Reference;
}
