using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>How the nodes of a layer are named.</summary>
/// <param name="Top">The node that others name: the format node of a source, the only node of another layer.</param>
/// <param name="Storage">The storage node of a source.</param>
internal sealed record LayerNames(Name Top, Name Storage);

/// <summary>Names from (dev, index), so that they can't collide.</summary>
internal static class Naming
{
    public const string StorageSuffix = "-storage";

    public static LayerNames Of(Attachment attachment, Layer layer, IndexExpression index) => Of(new Name(attachment.Dev + "-", index)
    {
        Layer = layer.Path,
        Tree = layer.Path == attachment.Top.Path ? attachment.Dev : null,
    });

    public static LayerNames Of(string tree, IndexExpression index) => Of(new Name(tree + "-", index));

    private static LayerNames Of(Name top) => new(top, top.With(StorageSuffix));
}
