using System.Collections.Immutable;
using ColoGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ColoGen.CodeFixes;

/// <summary>Adds, changes or removes the argument that a rule suggests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentCodeFix))]
public sealed class ArgumentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(Descriptors.All.Select(descriptor => descriptor.Id));

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            int number = 0;
            foreach (ArgumentChange change in FixProperties.Read(diagnostic.Properties))
            {
                string key = FixAll.KeyOf(diagnostic, number++);
                foreach (Location location in new[] { diagnostic.Location }.Concat(diagnostic.AdditionalLocations))
                {
                    if (context.Document.Project.Solution.GetDocument(location.SourceTree) is not { } document) continue;
                    SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
                    if (AttributeArguments.Change(root, location.SourceSpan, change) is not { } changed) continue;
                    string title = Title(change);
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            title, _ => Task.FromResult(document.WithSyntaxRoot(changed).Project.Solution), equivalenceKey: key),
                        diagnostic);
                    break;
                }
            }
        }
    }

    private static string Title(ArgumentChange change)
    {
        string attribute = change.Attribute is { } name ? $"[{name}] " : "";
        return change.Expression is null ? $"Remove {attribute}{change.Name}" : $"Set {attribute}{change.Name} to {change.Expression}";
    }
}
