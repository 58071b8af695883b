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

/// <summary>Adds the documents to every record with <c>[Topology]</c>. It reports nothing: the analyzers do.</summary>
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
                static (syntax, cancellation) => TopologyReader.Read(syntax.SemanticModel.Compilation, (INamedTypeSymbol)syntax.TargetSymbol, cancellation))
            .WithTrackingName(TrackingNames.Read)
            .Where(static topology => topology.Type.CanBeExtended);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = topologies
            .Select(static (topology, _) => topology.Type.HintName)
            .Collect()
            .Select(static (names, _) => HintNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.Names);

        IncrementalValuesProvider<(string HintName, string Source)> sources = topologies
            .Select(static (topology, _) => (topology.Type.HintName, Emit(topology)))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(sources.Combine(ambiguous).Combine(canEmit), static (output, item) =>
        {
            (((string hintName, string source), EquatableArray<string> names), bool canEmit) = item;
            if (canEmit) output.AddSource(HintNames.Unique(hintName, names), SourceText.From(source, Encoding.UTF8, SourceHashAlgorithm.Sha256));
        });
    }

    private static string Emit(Topology topology)
    {
        Violation? error = TopologyRules.FirstError(topology);
        return TopologyEmitter.Emit(topology, error is null ? null : $"{error.Rule.Id}: {error.Message}.");
    }
}
