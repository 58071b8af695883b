using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Analysis;

/// <summary>A number that the declaration fixes but for what is known only when the document is written.</summary>
internal sealed record IndexExpression(int Constant, EquatableArray<IndexTerm> Terms)
{
    public static IndexExpression Of(int constant) => new(constant, default);

    /// <summary>What a counter has counted when the number is written.</summary>
    public static IndexExpression Of(Counter counter) => new(0, [new CounterTerm(counter)]);

    public static IndexExpression operator +(IndexExpression left, int right) => left with { Constant = left.Constant + right };

    public IndexExpression Plus(IndexTerm term) => this with { Terms = Terms.Append(term).ToEquatableArray() };
}

internal abstract record IndexTerm;

/// <summary>The number of rounds that the list of this scope has done, times a factor.</summary>
internal sealed record RoundTerm(int Scope, int Factor) : IndexTerm;

/// <summary>What a counter has counted.</summary>
internal sealed record CounterTerm(Counter Counter) : IndexTerm;

/// <summary>A variable of a document that counts layers while the document is written.</summary>
internal sealed class Counter;
