using ColoGen.Generators.Emission;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;
using ColoGen.Generators.Reading;
using ColoGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators;

/// <summary>The generator's steps for pairs, beside those for topologies.</summary>
internal static class PairOutput
{
    public const string Read = nameof(PairOutput) + nameof(Read);
    public const string Names = nameof(PairOutput) + nameof(Names);
    public const string Emit = nameof(PairOutput) + nameof(Emit);

    /// <summary>A record may be both, and has a file for each.</summary>
    private const string Suffix = "-ColoPair";

    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> canEmit)
    {
        IncrementalValuesProvider<Pair> pairs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownAttributes.ColoPair,
                static (node, _) => node is TypeDeclarationSyntax,
                static (syntax, cancellation) => KnownAttributes.IsFirst(syntax.TargetSymbol, syntax.TargetNode, "ColoPairAttribute")
                    ? PairReader.Read(syntax.SemanticModel.Compilation, (INamedTypeSymbol)syntax.TargetSymbol, cancellation)
                    : null)
            .WithTrackingName(Read)
            .Where(static pair => pair is { Type.CanBeExtended: true })
            .Select(static (pair, _) => pair!);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = pairs
            .Select(static (pair, _) => HintName(pair))
            .Collect()
            .Select(static (names, _) => HintNames.Ambiguous(names))
            .WithTrackingName(Names);

        IncrementalValuesProvider<(string HintName, string Source)> sources = pairs
            .Select(static (pair, _) => (HintName(pair), PairEmitter.Emit(pair, TopologyRules.FirstError(pair)?.Text)))
            .WithTrackingName(Emit);

        context.RegisterSourceOutput(
            sources.Combine(ambiguous).Combine(canEmit),
            static (output, item) => TopologyGenerator.Add(output, item.Left.Left, item.Left.Right, item.Right));
    }

    private static string HintName(Pair pair) => pair.Type.HintName + Suffix;
}
