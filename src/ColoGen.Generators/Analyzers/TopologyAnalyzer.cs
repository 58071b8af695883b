using System.Collections.Immutable;
using ColoGen.Generators.Diagnostics;
using ColoGen.Generators.Model;
using ColoGen.Generators.Reading;
using ColoGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Generators.Analyzers;

/// <summary>Reports what the rules find in a topology.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopologyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(Descriptors.All);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownAttributes.Topology) is null) return;
            start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().Find("TopologyAttribute") is null) return;
        Topology topology = TopologyReader.Read(context.Compilation, type, context.CancellationToken);
        foreach (Violation violation in TopologyRules.Check(topology))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Get(violation.Rule),
                Locations.Of(type, violation.Finding.Path, context.CancellationToken),
                messageArgs: [.. violation.Finding.Arguments]));
        }
    }
}
