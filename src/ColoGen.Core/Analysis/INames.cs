namespace ColoGen.Core.Analysis;

/// <summary>What a document calls nodes, where that is not as usual.</summary>
internal interface INames
{
    /// <param name="name">The usual name.</param>
    Name NameOf(Name name);
}
