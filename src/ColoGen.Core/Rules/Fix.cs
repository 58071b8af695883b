namespace ColoGen.Core.Rules;

/// <summary>A change of one argument that corrects a declaration.</summary>
/// <param name="Argument">The argument, <c>Attribute.Argument</c> where the attribute may have to be added.</param>
/// <param name="Value">Its new value: a string, number, boolean or enum member; null removes the argument.</param>
internal sealed record Fix(string Argument, object? Value);
