using ColoGen.Core.Devices.Buses;
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

    public bool IsReadOnly => Settings.GetBoolean(nameof(DiskAttribute.ReadOnly)) || Device == DiskDevice.Cdrom;

    /// <summary>Whether a client of its export may write.</summary>
    public bool IsExportedWritable => Export?.GetBoolean(nameof(NbdExportAttribute.Writable)) == true;

    public DiskDevice Device => Settings.GetEnum<DiskDevice>(nameof(DiskAttribute.Device)) ?? DiskDevice.Disk;

    /// <summary>The bus as declared, or as libvirt has it from the dev's prefix.</summary>
    public DiskBus? Bus => Settings.GetEnum<DiskBus>(nameof(DiskAttribute.Bus)) ?? DiskBuses.OfPrefix(Dev);

    /// <summary>The name of the NBD export, where there is one.</summary>
    public string ExportName => (Export ?? default).GetText(nameof(NbdExportAttribute.Name)) ?? Dev;

    /// <summary>A drive that is there without a medium.</summary>
    public bool MayBeEmpty => Edge.Kind == EdgeKind.Optional && Device is DiskDevice.Cdrom or DiskDevice.Floppy;

    /// <summary>The tree, opened for reading only.</summary>
    public Attachment AsReadOnly() => IsReadOnly
        ? this
        : this with
        {
            Settings =
            [
                .. Settings.Where(setting => setting.Name != nameof(DiskAttribute.ReadOnly)),
                new Setting(nameof(DiskAttribute.ReadOnly), new BooleanConstant(true)),
            ],
        };

    /// <summary>The reference of a layer of this tree, bound.</summary>
    public Reference? Bind(Layer layer) => layer.Reference is { Dev: null } ? Binding : layer.Reference;
}
