using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>
/// The number of every layer in its disk: pinned numbers where they are declared, 0 for a top that has none, the others counting from 1 in
/// pre-order around the pinned ones. The layers of a list's items follow each other item by item.
/// </summary>
internal static class Numbering
{
    /// <summary>The numbers by the path of the layer.</summary>
    public static IReadOnlyDictionary<string, IndexExpression> Of(params IEnumerable<Attachment> attachments)
    {
        var numbers = new Dictionary<string, IndexExpression>();
        foreach (Attachment attachment in attachments) Add(numbers, attachment);
        return numbers;
    }

    private static void Add(Dictionary<string, IndexExpression> numbers, Attachment attachment)
    {
        HashSet<int>? pinned = null;
        int next = attachment.Top.PinnedIndex is null ? 0 : 1;
        Pin(attachment.Top);
        Number(attachment.Top, default);

        void Pin(Layer layer)
        {
            if (layer.PinnedIndex is { } pin) (pinned ??= []).Add((int)pin);
            foreach (Edge edge in layer.Edges) Pin(edge.Layer);
        }

        void Number(Layer layer, EquatableArray<IndexTerm> rounds)
        {
            if (layer.PinnedIndex is { } pin)
            {
                numbers[layer.Path] = new IndexExpression((int)pin, rounds);
            }
            else
            {
                while (next > 0 && pinned?.Contains(next) == true) next++;
                numbers[layer.Path] = new IndexExpression(next++, rounds);
            }

            foreach (Edge edge in layer.Edges)
            {
                Number(edge.Layer, edge.Kind == EdgeKind.List ? [.. rounds, new RoundTerm(edge.Scope, edge.Layer.PreOrder().Count)] : rounds);
            }
        }
    }
}
