namespace ColoGen.Generators.Tests.Mutation;

/// <summary>One change of a source.</summary>
/// <param name="Where">Chooses what is changed.</param>
/// <param name="With">Chooses what it is changed with.</param>
internal sealed record SourceMutation(MutationKind Kind, int Where, int With);

internal enum MutationKind
{
    DeleteToken,
    DuplicateToken,
    SwapTokens,
    InsertToken,
    ReplaceToken,
    ReplaceTokenByOneAlike,
    DeletePart,
    DuplicatePart,
    ReplacePartByOneAlike,
    InsertAttribute,
    InsertMember,
}
