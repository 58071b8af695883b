using ColoGen.Core.Rules;

namespace ColoGen.Core.Templates;

/// <summary>How many bytes pieces take at most, besides texts and the rounds of lists.</summary>
internal static class PieceSize
{
    /// <summary>The digits of the longest number, with its sign.</summary>
    private const int MaxNumber = 20;

    public static int Of(Piece[] pieces)
    {
        int size = 0;
        foreach (Piece piece in pieces) size += Of(piece);
        return size;
    }

    /// <summary>The bytes that a document ends with, whatever its values.</summary>
    public static int OfEnd(Piece[] pieces) => pieces is [.., Literal literal] ? literal.ByteCount : 0;

    private static int Of(Piece piece) => piece switch
    {
        Literal literal => literal.ByteCount,
        NumberHole or IndexHole => MaxNumber,
        When condition => Math.Max(Of(condition.Then), Of(condition.Else)),
        WhenValue condition => Math.Max(Of(condition.Then), Of(condition.Else)),
        WhenPositive positive => Of(positive.Then),
        _ => 0,
    };
}
