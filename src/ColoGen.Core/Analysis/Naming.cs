using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>Names from (dev, index), so that they can't collide.</summary>
internal static class Naming
{
    public const string StorageSuffix = "-storage";

    /// <summary>QEMU's limit for a node name, in characters.</summary>
    public const int MaxLength = 31;

    /// <summary>What follows the dev in the names of a survivor's replica.</summary>
    public const string SurvivorSuffix = "-replica";

    /// <summary>What follows the dev in the names of the connection to a new secondary's disk.</summary>
    public const string MirrorSuffix = "-mirror";

    public static LayerNames Of(Attachment attachment, Layer layer, IndexExpression index) => Of(new NodeName(attachment.Dev + "-", index)
    {
        Layer = layer.Path,
        Tree = layer.Path == attachment.Top.Path ? attachment.Dev : null,
    });

    public static LayerNames Of(string tree, IndexExpression index) => Of(new NodeName(tree + "-", index));

    private static LayerNames Of(NodeName top) => new(top, top.With(StorageSuffix));
}
