using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>QEMU's view of a topology: trees of nodes in the order in which QEMU takes them, and the devices over them.</summary>
/// <param name="Bridges">The PCI buses that a machine needs when it is started.</param>
/// <param name="Controllers">The controllers of the frontends.</param>
/// <param name="Objects">What the frontends need, such as I/O threads.</param>
internal sealed record BlockGraph(
    EquatableArray<BlockTree> Trees, EquatableArray<Device> Bridges, EquatableArray<Device> Controllers, EquatableArray<EquatableArray<Option>> Objects);

/// <param name="Top">The top node.</param>
/// <param name="Edge">The edge to the tree, which may be optional; null for a tree that is always present.</param>
/// <param name="Frontend">What the guest sees; null for a host disk.</param>
internal sealed record BlockTree(Attachment Attachment, BlockNode Top, Edge? Edge, Device? Frontend);

/// <summary>A <c>-device</c>.</summary>
internal sealed record Device(string Id, EquatableArray<Option> Options)
{
    /// <summary>The option that names the node.</summary>
    public const string Drive = "drive";

    /// <summary>The option that says whether the guest finds a write cache.</summary>
    public const string WriteCache = "write-cache";
}
