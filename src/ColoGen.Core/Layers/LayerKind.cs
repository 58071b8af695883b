using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>What one kind of layer is in QEMU and in libvirt.</summary>
/// <param name="Attribute">The attribute without its suffix.</param>
/// <param name="IsSource">One format over one storage; otherwise a driver over other layers.</param>
/// <param name="XmlType">The <c>type</c> of its <c>&lt;disk&gt;</c> or <c>&lt;backingStore&gt;</c>.</param>
/// <param name="Driver">QEMU's driver: of the storage node for a source.</param>
/// <param name="ChildKey">The member of the QAPI object that holds what it stands on.</param>
/// <param name="Options">The driver's own options.</param>
/// <param name="Objects">What has to be there before its node.</param>
/// <param name="Xml">
/// Starts its <c>&lt;source&gt;</c> for a source, otherwise its <c>&lt;driver&gt;</c>. The value is the <c>index</c> of a source that has one.
/// </param>
/// <param name="Required">The settings that it can't do without: any one of each group.</param>
internal sealed record LayerKind(
    string Attribute,
    bool IsSource,
    string XmlType,
    string Driver,
    string ChildKey,
    Func<LayerContext, EquatableArray<Option>> Options,
    Func<LayerContext, EquatableArray<EquatableArray<Option>>> Objects,
    Action<XmlBuilder, Layer, DocumentValue?> Xml,
    EquatableArray<EquatableArray<string>> Required);

/// <summary>A layer where it is attached.</summary>
/// <param name="Name">The node that the options are of.</param>
/// <param name="Root">The top node of the tree.</param>
internal sealed record LayerContext(Layer Layer, Attachment Attachment, NodeName Name, NodeName Root);
