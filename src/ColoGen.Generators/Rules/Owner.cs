namespace ColoGen.Generators.Rules;

/// <summary>What settings belong to: a layer, an attachment, a topology's domain or a pair.</summary>
/// <param name="Path">Where it is declared.</param>
/// <param name="Name">What messages call it.</param>
internal readonly record struct Owner(string Path, string Name);
