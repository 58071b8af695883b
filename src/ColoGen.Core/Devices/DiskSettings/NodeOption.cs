using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The option of block nodes that a setting of a disk is.</summary>
/// <param name="Scope">The nodes that have it.</param>
/// <param name="Add">Adds the option to a node of a kind of layer.</param>
internal sealed record NodeOption(NodeScope Scope, Action<Options, Attachment, LayerKind> Add);

internal enum NodeScope
{
    /// <summary>The top node of the tree.</summary>
    Top,

    /// <summary>The format node or filter node of every layer.</summary>
    Layers,

    /// <summary>Every node, the storage nodes included. <c>-drive</c> gives the other nodes of a tree what its top node has.</summary>
    All,

    /// <summary>The storage nodes.</summary>
    Storage,
}
