using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>A part of a template: a document of which only the values are missing.</summary>
internal abstract record Piece;

internal sealed record Literal(string Text) : Piece;

/// <summary>A string property.</summary>
internal sealed record TextHole(Access Access, Escape Escape) : Piece;

/// <summary>An integer property, within limits.</summary>
internal sealed record NumberHole(Access Access, long Minimum, long Maximum) : Piece;

internal sealed record IndexHole(IndexExpression Index) : Piece;

/// <summary>Pieces for when a value or layer is there; the scope holds it for them.</summary>
internal sealed record When(Access Tested, int Scope, EquatableArray<Piece> Then, EquatableArray<Piece> Else) : Piece;

/// <summary>Pieces for when a number is above zero.</summary>
internal sealed record WhenPositive(IndexExpression Index, EquatableArray<Piece> Then) : Piece;

/// <summary>Pieces for each value of a boolean (no enum type) or enum.</summary>
internal sealed record Choice(Access Access, string EnumType, EquatableArray<ChoiceCase> Cases) : Piece;

internal sealed record ChoiceCase(string Member, EquatableArray<Piece> Pieces) : IEquatable<ChoiceCase>;

/// <summary>Pieces for each item of a list; the scope holds the item.</summary>
internal sealed record Each(Access List, int Scope, string CountMember, EquatableArray<Piece> Body) : Piece;
