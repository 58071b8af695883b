using System.Text;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;
using ColoGen.Generators.Reading;
using ColoGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators;

/// <summary>Adds the documents to every record with <c>[Topology]</c>, and the commands to every one with <c>[ColoPair]</c>. It reports nothing: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TopologyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canEmit = context.ParseOptionsProvider
            .Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion >= TypeReader.LanguageFloor)
            .WithTrackingName(TrackingNames.Language);

        IncrementalValuesProvider<Topology> topologies = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownAttributes.Topology,
                static (node, _) => node is TypeDeclarationSyntax,
                static (syntax, cancellation) => IsFirst(syntax, "TopologyAttribute") ? TopologyReader.Read(syntax.SemanticModel.Compilation, (INamedTypeSymbol)syntax.TargetSymbol, cancellation) : null)
            .WithTrackingName(TrackingNames.Read)
            .Where(static topology => topology is { Type.CanBeExtended: true })
            .Select(static (topology, _) => topology!);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = topologies
            .Select(static (topology, _) => topology.Type.HintName)
            .Collect()
            .Select(static (names, _) => HintNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.Names);

        IncrementalValuesProvider<(string HintName, string Source)> sources = topologies
            .Select(static (topology, _) => (topology.Type.HintName, Emit(topology)))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(sources.Combine(ambiguous).Combine(canEmit), static (output, item) => Add(output, item.Left.Left, item.Left.Right, item.Right));
        PairOutput.Register(context, canEmit);
    }

    internal static void Add(SourceProductionContext output, (string HintName, string Text) source, EquatableArray<string> ambiguous, bool canEmit)
    {
        if (canEmit && HintNames.Unique(source.HintName, ambiguous) is { } file)
        {
            output.AddSource(file, SourceText.From(source.Text, Encoding.UTF8, SourceHashAlgorithm.Sha256));
        }
    }

    /// <summary>An attribute on each of two parts of a type is the compiler's to refuse; one of them is enough here.</summary>
    internal static bool IsFirst(GeneratorAttributeSyntaxContext syntax, string attribute) =>
        syntax.TargetSymbol.GetAttributes().Find(attribute)?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == syntax.TargetNode.SyntaxTree
        && syntax.TargetNode.Span.Contains(first.Span);

    private static string Emit(Topology topology)
    {
        Violation? error = TopologyRules.FirstError(topology);
        return TopologyEmitter.Emit(topology, error?.Text);
    }
}
