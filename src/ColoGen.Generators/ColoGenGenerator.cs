using System.Text;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators;

/// <summary>Adds the documents to every record with <c>[Topology]</c>, and the commands to every record with <c>[ColoPair]</c>. It reports nothing: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ColoGenGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> isSupported = context.ParseOptionsProvider
            .Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion >= TypeDeclarationParser.LanguageFloor)
            .WithTrackingName(TrackingNames.Language);

        Register(context, isSupported, new Declaration<Topology>(KnownAttributes.Topology, TopologyParser.Parse, static topology => topology.Type, Emit));
        Register(context, isSupported, new Declaration<Pair>(KnownAttributes.ColoPair, PairParser.Parse, static pair => pair.Type, Emit) { HintNameSuffix = "-ColoPair" });
    }

    private static void Register<T>(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> isSupported, Declaration<T> declaration)
        where T : class, IEquatable<T>
    {
        IncrementalValuesProvider<T> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(declaration.Attribute, static (node, _) => node is TypeDeclarationSyntax, static (context, _) => DeclaredType.Of(context)!)
            .Where(static type => type is not null)
            .WithTrackingName(TrackingNames.Find)
            .Select((type, cancellation) => type.Parse(declaration.Parse, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(model => declaration.Type(model).CanBeExtended);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = models.Collect()
            .Select((models, _) => HintNames.Ambiguous(models.Select(declaration.HintName)))
            .WithTrackingName(TrackingNames.HintNames);

        IncrementalValuesProvider<(string HintName, string Text)> sources = models
            .Select((model, _) => (declaration.HintName(model), declaration.Emit(model)))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(sources.Combine(ambiguous.Combine(isSupported)), static (output, item) =>
        {
            ((string hintName, string text), (EquatableArray<string> ambiguous, bool isSupported)) = item;
            if (isSupported && HintNames.Unique(hintName, ambiguous) is { } file) output.AddSource(file, SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256));
        });
    }

    private static string Emit(Topology topology)
    {
        var context = new TopologyContext(topology);
        return TopologyEmitter.Emit(context, RuleChecker.FirstError(context)?.Text);
    }

    private static string Emit(Pair pair) => PairEmitter.Emit(pair, RuleChecker.FirstError(pair)?.Text);
}
