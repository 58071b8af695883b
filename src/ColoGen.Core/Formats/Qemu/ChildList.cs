using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Children that are a list, such as those of a quorum: their positions depend on which of them are present.</summary>
internal static class ChildList
{
    /// <param name="isNumbered">Whether every position is written; otherwise only whether it is zero.</param>
    /// <param name="write">Writes a child at its position.</param>
    public static void Write(TemplateBuilder builder, EquatableArray<BlockChild> children, bool isNumbered, Action<BlockChild, IndexExpression> write)
    {
        Counter? counter = null;
        IndexExpression position = IndexExpression.Of(0);
        for (int at = 0; at < children.Count; at++)
        {
            BlockChild child = children[at];
            if (child.IsRequired)
            {
                write(child, position);
                position += 1;
                continue;
            }

            bool isList = child.Edge!.Kind == EdgeKind.List;
            if (at == children.Count - 1 || (!isNumbered && position.Constant > 0))
            {
                WriteUncounted(builder, child, isList ? position.Plus(new RoundTerm(child.Edge.Scope, 1)) : position, write);
                continue;
            }

            IndexExpression first = position;
            counter ??= builder.StartCounter(position);
            if (position.Terms.Count == 0) position = IndexExpression.Of(counter);
            WriteCounted(builder, child, isList ? position : first, counter, write);
        }
    }

    private static void WriteUncounted(TemplateBuilder builder, BlockChild child, IndexExpression position, Action<BlockChild, IndexExpression> write) =>
        builder.ForEdge(child.Edge, () => write(child, position));

    private static void WriteCounted(
        TemplateBuilder builder, BlockChild child, IndexExpression position, Counter counter, Action<BlockChild, IndexExpression> write) =>
        builder.ForEdge(child.Edge, () =>
        {
            write(child, position);
            builder.Increment(counter);
        });
}
