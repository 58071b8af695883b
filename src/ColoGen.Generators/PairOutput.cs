using System.Runtime.CompilerServices;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators;

/// <summary>The generator's steps for pairs, beside those for topologies.</summary>
internal static class PairOutput
{
    public const string Read = nameof(PairOutput) + nameof(Read);
    public const string Names = nameof(PairOutput) + nameof(Names);
    public const string Emit = nameof(PairOutput) + nameof(Emit);

    /// <summary>A record may be both, and has a file for each.</summary>
    private const string Suffix = "-ColoPair";

    private static readonly ConditionalWeakTable<Pair, string> s_texts = new();

    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ReadDeclarations> declarations, IncrementalValueProvider<bool> canEmit)
    {
        IncrementalValueProvider<EquatableArray<Pair>> pairs = declarations
            .Select(static (all, _) => all.Pairs)
            .WithTrackingName(Read);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = pairs
            .Select(static (pairs, _) => HintNames.Ambiguous(pairs.Select(HintName)))
            .WithTrackingName(Names);

        IncrementalValuesProvider<(string HintName, string Text)> sources = pairs
            .SelectMany(static (pairs, _) => pairs)
            .Select(static (pair, _) => (HintName(pair), s_texts.GetValue(pair, Emitted)))
            .WithTrackingName(Emit);

        context.RegisterSourceOutput(
            sources.Combine(ambiguous.Combine(canEmit)),
            static (output, item) => TopologyGenerator.Add(output, item.Left, item.Right.Left, item.Right.Right));
    }

    private static string Emitted(Pair pair) => PairEmitter.Emit(pair, RuleChecker.FirstError(pair)?.Text);

    private static string HintName(Pair pair) => pair.Type.HintName + Suffix;
}
