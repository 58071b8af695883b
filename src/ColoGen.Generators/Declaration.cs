using System.Text;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators;

/// <summary>A kind of declaration that code is generated for.</summary>
/// <param name="Attribute">The metadata name of its attribute.</param>
/// <param name="Parse">Reads the model of a type with the attribute.</param>
/// <param name="Type">The type that is extended.</param>
/// <param name="Emit">Writes the generated part.</param>
/// <param name="HintNameSuffix">Tells the file from those of other kinds: a record may have both attributes.</param>
internal sealed record Declaration<T>(
    string Attribute, Func<CompilationSymbols, INamedTypeSymbol, CancellationToken, T> Parse, Func<T, TypeDeclaration> Type, Func<T, string> Emit,
    string HintNameSuffix = "")
    where T : class, IEquatable<T>
{
    /// <summary>Registers the steps from the syntax to the generated files.</summary>
    /// <param name="isSupported">Whether the generated code compiles in the language version of the project.</param>
    public void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> isSupported)
    {
        IncrementalValuesProvider<T> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Attribute, static (node, _) => node is TypeDeclarationSyntax, static (context, _) => DeclaredType.Of(context)!)
            .Where(static type => type is not null)
            .WithTrackingName(TrackingNames.Find)
            .Select((type, cancellation) => type.Parse(Parse, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(model => Type(model).CanBeExtended);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = models.Collect()
            .Select((models, _) => HintNames.Ambiguous(models.Select(HintName)))
            .WithTrackingName(TrackingNames.HintNames);

        IncrementalValuesProvider<(string HintName, string Text)> sources = models
            .Select((model, _) => (HintName(model), Emit(model)))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(sources.Combine(ambiguous.Combine(isSupported)), static (output, item) =>
        {
            ((string hintName, string text), (EquatableArray<string> ambiguous, bool isSupported)) = item;
            if (!isSupported || HintNames.Unique(hintName, ambiguous) is not { } file) return;
            output.AddSource(file, SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256));
        });
    }

    private string HintName(T model) => Type(model).HintName + HintNameSuffix;
}
