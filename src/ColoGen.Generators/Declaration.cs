using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators;

/// <summary>A kind of declaration that code is generated for.</summary>
/// <param name="Attribute">The metadata name of its attribute.</param>
/// <param name="Parse">Reads the model of a type with the attribute.</param>
/// <param name="Type">The type that is extended.</param>
/// <param name="Emit">Writes the generated part.</param>
internal sealed record Declaration<T>(
    string Attribute, Func<CompilationSymbols, INamedTypeSymbol, CancellationToken, T> Parse, Func<T, TypeDeclaration> Type, Func<T, string> Emit)
{
    /// <summary>Tells the file from those of other kinds: a record may have both attributes.</summary>
    public string HintNameSuffix { get; init; } = "";

    public string HintName(T model) => Type(model).HintName + HintNameSuffix;
}
