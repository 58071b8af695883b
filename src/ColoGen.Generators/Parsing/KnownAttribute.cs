using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>An attribute of ColoGen as it is applied.</summary>
internal readonly record struct KnownAttribute(AttributeData Data, AttributeType Type);
