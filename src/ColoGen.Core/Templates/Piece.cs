using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Templates;

/// <summary>A part of a template: a document of which only the values are missing.</summary>
internal abstract record Piece;

/// <summary>A part of the text that all templates of a type are laid out in.</summary>
internal sealed record Literal(CharBuffer All, int Start, int Count) : Piece
{
    public ReadOnlySpan<char> Text => All.Part(Start, Count);

    /// <summary>What it takes as UTF-8.</summary>
    public int ByteCount => All.ByteCount(Start, Count);
}

/// <summary>The place of a value.</summary>
internal abstract record Hole(Access Access) : Piece;

/// <summary>A string property, or one of which each value has a word.</summary>
/// <param name="IsEncoded">It is a text that was encoded before.</param>
internal sealed record TextHole(Access Access, Escape Escape, bool IsEncoded, Words? Words = null) : Hole(Access);

/// <summary>An integer property, within limits.</summary>
internal sealed record NumberHole(Access Access, long Minimum, long Maximum) : Hole(Access);

internal sealed record IndexHole(IndexExpression Index) : Piece;

/// <summary>Pieces for when an optional layer is there; the scope holds it for them.</summary>
internal sealed record When(Access Tested, int Scope, Piece[] Then, Piece[] Else) : Piece;

/// <summary>Pieces for when a value is there, among them its hole.</summary>
internal sealed record WhenValue(Hole Hole, Piece[] Then, Piece[] Else) : Piece;

/// <summary>Pieces for when a number is above zero.</summary>
internal sealed record WhenPositive(IndexExpression Index, Piece[] Then) : Piece;

/// <summary>Pieces for each item of a list; the scope holds the item.</summary>
internal sealed record Each(Access List, int Scope, string CountMember, Piece[] Body) : Piece;

/// <summary>What stands for the values of an enum, or of a boolean, whose type is empty.</summary>
/// <param name="IsNullable">Null has no word.</param>
internal sealed record Words(string EnumType, bool IsNullable, EquatableArray<TextCase> Cases);
