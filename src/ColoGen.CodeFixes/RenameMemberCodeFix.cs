using System.Collections.Immutable;
using ColoGen.Core.Rules;
using ColoGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;

namespace ColoGen.CodeFixes;

/// <summary>Renames a member that is meant to be a setting, wherever it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameMemberCodeFix))]
public sealed class RenameMemberCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(AuthoringRules.SimilarMember.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.NewName, out string? name) || name is null) continue;
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (model.GetDeclaredSymbol(node, context.CancellationToken) is not { } member) continue;
            if (IsTaken(member, name)) continue;
            string title = $"Rename to {name}";
            context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    cancellation => Renamer.RenameSymbolAsync(document.Project.Solution, member, default(SymbolRenameOptions), name, cancellation),
                    equivalenceKey: FixAll.KeyOf(diagnostic, 0)),
                diagnostic);
        }
    }

    /// <summary>Whether the type, a type above it or a type parameter has the name.</summary>
    private static bool IsTaken(ISymbol member, string name)
    {
        if (member.ContainingType is not { } type) return true;
        if (type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name)) return true;
        for (INamedTypeSymbol? above = type; above is not null; above = above.BaseType)
        {
            if (above.GetMembers(name).Length > 0) return true;
        }

        return false;
    }
}
