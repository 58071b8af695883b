using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>How the nodes of a layer are named.</summary>
/// <param name="Top">The node that others name: the format node of a source, the only node of another layer.</param>
/// <param name="Storage">The storage node of a source.</param>
internal sealed record LayerNames(Name Top, Name Storage);

/// <summary>Names from (dev, index), so that they can't collide.</summary>
internal static class Naming
{
    public const string StorageSuffix = "-storage";

    public static LayerNames Of(Attachment attachment, IndexExpression index) => Of(attachment.Dev, index);

    public static LayerNames Of(string tree, IndexExpression index)
    {
        var top = new Name(tree + "-", index);
        return new LayerNames(top, top.With(StorageSuffix));
    }
}
