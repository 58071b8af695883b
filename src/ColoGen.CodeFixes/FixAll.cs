using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.CodeFixes;

/// <summary>Applies the fix of every diagnostic of an id. Of two fixes that change the same text, the second is left out.</summary>
/// <remarks>
/// The fixes of one id have different values, so that a key is the number of a fix among those of its diagnostic: see <see cref="KeyOf"/>.
/// <c>dotnet format</c> takes the key of the first diagnostic of any id that a provider fixes: for an unknown key, the first fix of each diagnostic is applied.
/// </remarks>
internal sealed class FixAll : FixAllProvider
{
    public static FixAll Instance { get; } = new();

    /// <summary>The equivalence key of the fixes of an id that have a number among those of their diagnostics.</summary>
    public static string KeyOf(Diagnostic diagnostic, int number) => $"{diagnostic.Id}.{number}";

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Fix all", cancellation => FixAsync(fixAllContext, cancellation), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellation)
    {
        var accepted = new Dictionary<DocumentId, List<TextChange>>();
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document) continue;
            var actions = new List<CodeAction>();
            var each = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation);
            await context.CodeFixProvider.RegisterCodeFixesAsync(each).ConfigureAwait(false);
            CodeAction? action = actions.Find(action => action.EquivalenceKey == context.CodeActionEquivalenceKey) ?? actions.FirstOrDefault();
            if (action is null) continue;
            foreach (CodeActionOperation operation in await action.GetOperationsAsync(cancellation).ConfigureAwait(false))
            {
                if (operation is not ApplyChangesOperation { ChangedSolution: var changed }) continue;
                Accept(accepted, await ChangesAsync(context.Solution, changed, cancellation).ConfigureAwait(false));
            }
        }

        Solution solution = context.Solution;
        foreach (KeyValuePair<DocumentId, List<TextChange>> document in accepted)
        {
            SourceText text = await solution.GetDocument(document.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Key, text.WithChanges(document.Value.OrderBy(static change => change.Span)));
        }

        return solution;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        var diagnostics = new List<Diagnostic>();
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return diagnostics.Where(diagnostic => context.DiagnosticIds.Contains(diagnostic.Id));
    }

    private static async Task<Dictionary<DocumentId, TextChange[]>> ChangesAsync(Solution old, Solution changed, CancellationToken cancellation)
    {
        var changes = new Dictionary<DocumentId, TextChange[]>();
        foreach (DocumentId id in changed.GetChanges(old).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments()))
        {
            IEnumerable<TextChange> ofDocument =
                await changed.GetDocument(id)!.GetTextChangesAsync(old.GetDocument(id)!, cancellation).ConfigureAwait(false);
            changes.Add(id, [.. ofDocument]);
        }

        return changes;
    }

    /// <summary>Accepts all changes of a fix, or none where one of them meets another change of the same text.</summary>
    private static void Accept(Dictionary<DocumentId, List<TextChange>> accepted, Dictionary<DocumentId, TextChange[]> changes)
    {
        bool contradicts = changes.Any(document => accepted.TryGetValue(document.Key, out List<TextChange>? others)
            && document.Value.Any(change => others.Exists(other => other != change && other.Span.IntersectsWith(change.Span))));
        if (contradicts) return;
        foreach (KeyValuePair<DocumentId, TextChange[]> document in changes)
        {
            if (!accepted.TryGetValue(document.Key, out List<TextChange>? others)) accepted.Add(document.Key, others = []);
            others.AddRange(document.Value.Where(change => !others.Contains(change)));
        }
    }
}
