using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>All that distinguishes one kind of layer from another. A new kind does not compile before it has given every member.</summary>
internal sealed record LayerKind
{
    /// <summary>The attribute without its suffix.</summary>
    public required string Attribute { get; init; }

    public required LayerRole Role { get; init; }

    /// <summary>The <c>type</c> of its <c>&lt;disk&gt;</c> or <c>&lt;backingStore&gt;</c>.</summary>
    public required string XmlType { get; init; }

    /// <summary>QEMU's driver: of the storage node for a source.</summary>
    public required string Driver { get; init; }

    /// <summary>
    /// The libvirt version that introduced it, as the section "Hard drives, floppy disks, CDROMs" of libvirt's docs/formatdomain.rst says;
    /// null where libvirt does not know it.
    /// </summary>
    public required string? LibvirtSince { get; init; }

    public required LayerChildren Children { get; init; }

    /// <summary>Every setting of the attribute, in the order of the attribute.</summary>
    public required EquatableArray<LayerSetting> Settings { get; init; }

    /// <summary>The settings that it can't do without: any one of each group.</summary>
    public required EquatableArray<EquatableArray<string>> Required { get; init; }

    /// <summary>
    /// The image that a layer opens; null where the settings that identify it are not constant. A filter opens none: <see cref="ImageIdentity.None"/>.
    /// </summary>
    public required Func<Layer, ImageIdentity?> Image { get; init; }

    /// <summary>Whether the image is on this host, so that what is written to it does not leave the host; false for a filter.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Whether its driver has QEMU's option <c>aio</c>.</summary>
    public required bool TakesAio { get; init; }

    /// <summary>Whether QEMU reads and writes its storage through the host's page cache, and a flush of it can be left out; false for a filter.</summary>
    public required bool HasHostCache { get; init; }

    /// <summary>Whether a discard reaches what is below the driver.</summary>
    public required bool PassesDiscards { get; init; }

    /// <summary>Whether a write of zeroes reaches what is below the driver as such, and not as data.</summary>
    public required bool PassesZeroes { get; init; }

    /// <summary>The driver's own options.</summary>
    public required Func<LayerContext, EquatableArray<Option>> Options { get; init; }

    /// <summary>The QOM objects that must exist before its node.</summary>
    public required Func<LayerContext, EquatableArray<EquatableArray<Option>>> Objects { get; init; }

    /// <summary>
    /// Starts its <c>&lt;source&gt;</c> for a source, otherwise its <c>&lt;driver&gt;</c>. The value is the <c>index</c> of a source that has one.
    /// </summary>
    public required Action<XmlBuilder, Layer, DocumentValue?> Xml { get; init; }

    public bool IsSource => Role == LayerRole.Source;

    /// <summary>Whether libvirt has a disk source for it.</summary>
    public bool IsInLibvirt => IsSource && LibvirtSince is not null;

    /// <summary>The setting of this name; null where the attribute has none.</summary>
    public LayerSetting? Find(string setting)
    {
        foreach (LayerSetting candidate in Settings)
        {
            if (candidate.Name == setting) return candidate;
        }

        return null;
    }

    /// <summary>Whether a setting is in a group of required ones.</summary>
    public bool IsRequired(string setting)
    {
        foreach (EquatableArray<string> group in Required)
        {
            foreach (string name in group)
            {
                if (name == setting) return true;
            }
        }

        return false;
    }
}

internal enum LayerRole
{
    /// <summary>One format over one storage.</summary>
    Source,

    /// <summary>A driver over other layers.</summary>
    Filter,
}

/// <summary>A layer where it is attached.</summary>
/// <param name="Name">The node that the options are of.</param>
/// <param name="Root">The top node of the tree.</param>
internal sealed record LayerContext(Layer Layer, Attachment Attachment, NodeName Name, NodeName Root);
