using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>A number that the declaration fixes but for what is known only at run time: the length of a list, whether an optional layer is there.</summary>
internal sealed record IndexExpression(int Constant, EquatableArray<IndexTerm> Terms)
{
    public static IndexExpression Of(int constant) => new(constant, default);

    public static IndexExpression operator +(IndexExpression left, IndexExpression right) =>
        new(left.Constant + right.Constant, left.Terms.Concat(right.Terms).ToEquatableArray());

    public static IndexExpression operator +(IndexExpression left, int right) => left with { Constant = left.Constant + right };

    public IndexExpression Plus(IndexTerm term) => this with { Terms = Terms.Append(term).ToEquatableArray() };
}

internal abstract record IndexTerm;

/// <summary>The number of rounds that the list of this scope has done, times a factor.</summary>
internal sealed record RoundTerm(int Scope, int Factor) : IndexTerm;

/// <summary>How many items the list has, times a factor.</summary>
internal sealed record LengthTerm(Access List, string CountMember, int Factor) : IndexTerm;

/// <summary>Counts only when the optional layer is there.</summary>
internal sealed record PresenceTerm(Access Optional, int Scope, IndexExpression Then) : IndexTerm;
