using System.Collections.Immutable;
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

        // The compiler binds what it finds by an attribute again after every edit. By the attribute's written name it need not; what has another name, an
        // alias of some file, is left to the compiler.
        IncrementalValuesProvider<Topology> byName = Found(context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is TypeDeclarationSyntax type && TopologyName.IsOn(type),
            static (syntax, cancellation) => RememberedTopologies.Read(syntax.SemanticModel, (TypeDeclarationSyntax)syntax.Node, cancellation)));
        IncrementalValuesProvider<Topology> byAlias = Found(context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownAttributes.Topology,
            static (node, _) => node is TypeDeclarationSyntax type && !TopologyName.IsOn(type),
            static (syntax, cancellation) => RememberedTopologies.Read(syntax.SemanticModel, (TypeDeclarationSyntax)syntax.TargetNode, cancellation)));

        IncrementalValueProvider<EquatableArray<string>> ambiguous = Names(byName).Combine(Names(byAlias))
            .Select(static (names, _) => HintNames.Ambiguous(names.Left.AddRange(names.Right)))
            .WithTrackingName(TrackingNames.Names);

        foreach (IncrementalValuesProvider<Topology> topologies in new[] { byName, byAlias })
        {
            IncrementalValuesProvider<(string HintName, string Source)> sources = topologies
                .Select(static (topology, _) => (topology.Type.HintName, Emit(topology)))
                .WithTrackingName(TrackingNames.Emit);

            context.RegisterSourceOutput(sources.Combine(ambiguous).Combine(canEmit), static (output, item) => Add(output, item.Left.Left, item.Left.Right, item.Right));
        }

        PairOutput.Register(context, canEmit);
    }

    private static IncrementalValuesProvider<Topology> Found(IncrementalValuesProvider<Topology?> topologies) => topologies
        .WithTrackingName(TrackingNames.Read)
        .Where(static topology => topology is { Type.CanBeExtended: true })
        .Select(static (topology, _) => topology!);

    private static IncrementalValueProvider<ImmutableArray<string>> Names(IncrementalValuesProvider<Topology> topologies) =>
        topologies.Select(static (topology, _) => topology.Type.HintName).Collect();

    internal static void Add(SourceProductionContext output, (string HintName, string Text) source, EquatableArray<string> ambiguous, bool canEmit)
    {
        if (canEmit && HintNames.Unique(source.HintName, ambiguous) is { } file)
        {
            output.AddSource(file, SourceText.From(source.Text, Encoding.UTF8, SourceHashAlgorithm.Sha256));
        }
    }

    private static string Emit(Topology topology)
    {
        Violation? error = TopologyRules.FirstError(topology);
        return TopologyEmitter.Emit(topology, error?.Text);
    }
}
