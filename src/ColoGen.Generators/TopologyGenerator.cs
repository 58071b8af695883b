using System.Runtime.CompilerServices;
using System.Text;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators;

/// <summary>Adds the documents to every record with <c>[Topology]</c>, and the commands to every one with <c>[ColoPair]</c>. It reports nothing: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TopologyGenerator : IIncrementalGenerator
{
    /// <summary>The compiler compares topologies by their place, so that it asks again for those behind a new one.</summary>
    private static readonly ConditionalWeakTable<Topology, string> s_texts = new();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canEmit = context.ParseOptionsProvider
            .Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion >= TypeDeclarationParser.LanguageFloor)
            .WithTrackingName(TrackingNames.Language);

        IncrementalValueProvider<ReadDeclarations> declarations = context.CompilationProvider
            .Select(ReadDeclarations.Of)
            .WithTrackingName(TrackingNames.Read);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = declarations
            .Select(static (all, _) => HintNames.Ambiguous(all.Topologies.Select(topology => topology.Type.HintName)))
            .WithTrackingName(TrackingNames.Names);

        IncrementalValuesProvider<(string HintName, string Text)> sources = declarations
            .SelectMany(static (all, _) => all.Topologies)
            .Select(static (topology, _) => (topology.Type.HintName, s_texts.GetValue(topology, Emit)))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(sources.Combine(ambiguous.Combine(canEmit)), static (output, item) => Add(output, item.Left, item.Right.Left, item.Right.Right));

        PairOutput.Register(context, declarations, canEmit);
    }

    internal static void Add(SourceProductionContext output, (string HintName, string Text) source, EquatableArray<string> ambiguous, bool canEmit)
    {
        if (canEmit && HintNames.Unique(source.HintName, ambiguous) is { } file) output.AddSource(file, SourceText.From(source.Text, Encoding.UTF8, SourceHashAlgorithm.Sha256));
    }

    private static string Emit(Topology topology)
    {
        var index = new TopologyContext(topology);
        return TopologyEmitter.Emit(index, RuleChecker.FirstError(index)?.Text);
    }
}
