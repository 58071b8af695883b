using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using ColoGen.Generators;
using ColoGen.Generators.Analyzers;
using ColoGen.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.TestInfrastructure;

/// <summary>C# texts through the compiler, the generator and the analyzer.</summary>
public static class Compile
{
    private static readonly ImmutableArray<MetadataReference> s_references = References();

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        specificDiagnosticOptions:
        [
            // The runtime library is built for an older .NET than that of the references; the SDK hides this, too.
            KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress),
        ]);

    public static SyntaxTree Parse(
        string source,
        string path = "Source.cs",
        LanguageVersion version = LanguageVersion.Latest,
        DocumentationMode documentation = DocumentationMode.Parse) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), new CSharpParseOptions(version, documentation), path);

    public static CSharpCompilation Trees(params IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create("Declarations", trees, s_references, s_options);

    /// <summary>A compilation of one file for each text.</summary>
    public static CSharpCompilation Sources(params string[] sources) =>
        Trees(sources.Select((source, number) => Parse(source, $"Source{number}.cs")));

    /// <param name="others">Other generators of the project.</param>
    public static GeneratorDriver Driver(Compilation compilation, params IIncrementalGenerator[] others) => CSharpGeneratorDriver.Create(
        [new ColoGenGenerator().AsSourceGenerator(), .. others.Select(GeneratorExtensions.AsSourceGenerator)],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generators. Whatever the compilation, nothing of it is silent: see <see cref="Silence"/>.</summary>
    /// <param name="others">Other generators of the project.</param>
    public static Generation Generate(Compilation compilation, params IIncrementalGenerator[] others)
    {
        GeneratorDriver driver = Driver(compilation, others)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        var generation = new Generation(driver.GetRunResult().Results[0], output, diagnostics);
        Silence.Refuse(generation);
        return generation;
    }

    /// <summary>What the analyzer reports, or the compiler about the analyzer.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation) => Analyze(compilation, new TopologyAnalyzer());

    /// <inheritdoc cref="Analyze(Compilation)"/>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, DiagnosticAnalyzer analyzer) =>
        compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>What the compiler and the analyzer report, in one pass.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(Compilation compilation) =>
        compilation.WithAnalyzers([new TopologyAnalyzer()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult();

    private static ImmutableArray<MetadataReference> References()
    {
        string pack = typeof(Compile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ReferencePack").Value!;
        return
        [
            .. Directory.GetFiles(pack, "*.dll").Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(TopologyAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(DeclarationValidator).Assembly.Location),
        ];
    }
}
