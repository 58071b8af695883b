using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators;

/// <summary>
/// Adds the documents to every record with <c>[Topology]</c>, and the commands to every record with <c>[ColoPair]</c>. It reports nothing: the analyzers do.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ColoGenGenerator : IIncrementalGenerator
{
    internal static Declaration<Topology> Topologies { get; } =
        new(KnownAttributes.Topology, TopologyParser.Parse, static model => model.Type, Emit);

    internal static Declaration<Pair> Pairs { get; } =
        new(KnownAttributes.ColoPair, PairParser.Parse, static model => model.Type, Emit, "-ColoPair");

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> isSupported = context.ParseOptionsProvider
            .Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion >= TypeDeclarationParser.LanguageFloor)
            .WithTrackingName(TrackingNames.Language);

        Topologies.Register(context, isSupported);
        Pairs.Register(context, isSupported);
    }

    private static string Emit(Topology topology)
    {
        var context = new TopologyContext(topology);
        return TopologyEmitter.Emit(context, RuleChecker.FirstError(context)?.Text);
    }

    private static string Emit(Pair pair) => PairEmitter.Emit(pair, RuleChecker.FirstError(pair)?.Text);
}
