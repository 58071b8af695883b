using System.Collections.Immutable;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ColoGen.CodeFixes;

/// <summary>Gives, changes or takes away the one argument that a rule says would mend it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentCodeFix))]
public sealed class ArgumentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(Descriptors.All.Select(descriptor => descriptor.Id));

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Fix fix in FixProperties.Read(diagnostic.Properties))
            {
                foreach (Location location in new[] { diagnostic.Location }.Concat(diagnostic.AdditionalLocations))
                {
                    if (context.Document.Project.Solution.GetDocument(location.SourceTree) is not { } document) continue;
                    SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
                    if (AttributeArguments.Change(root, location.SourceSpan, fix) is not { } changed) continue;
                    string title = Title(fix);
                    context.RegisterCodeFix(
                        CodeAction.Create(title, _ => Task.FromResult(document.WithSyntaxRoot(changed).Project.Solution), equivalenceKey: diagnostic.Id + title),
                        diagnostic);
                    break;
                }
            }
        }
    }

    private static string Title(Fix fix)
    {
        string argument = fix.Argument.Substring(fix.Argument.LastIndexOf('.') + 1);
        string attribute = fix.Argument.Contains('.') ? $"[{fix.Argument.Substring(0, fix.Argument.IndexOf('.'))}] " : "";
        return fix.Value is null ? $"Remove {attribute}{argument}" : $"Set {attribute}{argument} to {fix.Value.Replace("global::ColoGen.", "")}";
    }
}
