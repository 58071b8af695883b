using System.Collections.Immutable;
using ColoGen.CodeFixes;
using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators.Tests.CodeFixes;

/// <summary>A text in an editor, its diagnostics and what is offered for them.</summary>
internal sealed class Fixing : IDisposable
{
    private static readonly CodeFixProvider[] s_providers = [new ArgumentCodeFix(), new MakePartialCodeFix(), new RenameMemberCodeFix()];

    private readonly AdhocWorkspace _workspace = new();

    public Fixing(string source)
    {
        ProjectId project = ProjectId.CreateNewId();
        DocumentId document = DocumentId.CreateNewId(project);
        Document = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "Declarations",
                "Declarations",
                LanguageNames.CSharp,
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                compilationOptions: Compile.Trees([]).Options,
                metadataReferences: Compile.Trees([]).References))
            .AddDocument(document, "Source.cs", SourceText.From(source))
            .GetDocument(document)!;
    }

    public Document Document { get; }

    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() =>
        await (await Document.Project.GetCompilationAsync())!.WithAnalyzers([new TopologyAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    /// <summary>Everything that is offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OffersAsync(Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        foreach (CodeFixProvider provider in s_providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        }

        return offers;
    }

    /// <summary>The text after a change.</summary>
    public async Task<string> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(Document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>The text after the same change of every such diagnostic in the file.</summary>
    public async Task<string> ApplyToAllAsync(Diagnostic diagnostic, string key)
    {
        CodeFixProvider provider = s_providers.Last(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));
        var context = new FixAllContext(
            Document, provider, FixAllScope.Document, key, [diagnostic.Id], new Known(await DiagnosticsAsync()), CancellationToken.None);
        return await ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.AsEnumerable());
    }
}
