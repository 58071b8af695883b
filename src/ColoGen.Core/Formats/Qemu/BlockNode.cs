using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>A node of QEMU's block graph.</summary>
/// <param name="Options">The options of its driver, without children.</param>
/// <param name="Common">The options that every node has.</param>
/// <param name="Objects">The QEMU objects that it needs.</param>
/// <param name="Layer">The layer that it belongs to.</param>
internal sealed record BlockNode(
    NodeName Name, string Driver, EquatableArray<Option> Options, EquatableArray<BlockChild> Children,
    CommonOptions Common, EquatableArray<EquatableArray<Option>> Objects, Layer Layer);

/// <summary>The options that the disk gives all of its nodes.</summary>
/// <param name="AutoReadOnly">A storage node: written only while a parent writes.</param>
/// <param name="Own">Options that are written at each node that has them.</param>
/// <param name="Inherited">Options that <c>-drive</c> needs at the top node of a tree only.</param>
internal sealed record CommonOptions(bool ReadOnly, bool AutoReadOnly, EquatableArray<Option> Own, EquatableArray<Option> Inherited);

/// <summary>A child of a node. Without a node and a reference it is written as <c>null</c>: the image has no backing file.</summary>
/// <param name="Key">The member of the QAPI object: <c>file</c>, <c>backing</c>, <c>children</c>.</param>
/// <param name="Node">The node that this tree declares.</param>
/// <param name="Reference">The name of a node that another tree declares.</param>
/// <param name="Edge">The edge that leads to it, which may be optional or a list; null where the child is always present.</param>
/// <param name="IsListItem">Whether the member is a list and the child one of its items; then all children of the node are.</param>
internal sealed record BlockChild(string Key, BlockNode? Node, NodeName? Reference = null, Edge? Edge = null, bool IsListItem = false)
{
    /// <summary>The key of the backing node of an overlay.</summary>
    public const string Backing = "backing";

    public NodeName? Name => Node?.Name ?? Reference;

    public bool IsRequired => Edge is null or { Kind: EdgeKind.Required };
}
