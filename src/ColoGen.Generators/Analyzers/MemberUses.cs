using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Analyzers;

/// <summary>Whether the code of a record, or of a base type, reads one of its members. Generated code, and code outside, is not asked.</summary>
internal sealed class MemberUses(CompilationSymbols symbols, INamedTypeSymbol record, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool IsRead(ISymbol member)
    {
        if (!_known.TryGetValue(member, out bool isRead)) _known.Add(member, isRead = Find(member));
        return isRead;
    }

    private bool Find(ISymbol member)
    {
        for (INamedTypeSymbol? type = record; type is not null; type = type.BaseType)
        {
            foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            {
                if (GeneratedTrees.RootOf(reference.SyntaxTree) is not null) continue;
                foreach (SyntaxNode node in reference.GetSyntax(cancellation).DescendantNodes())
                {
                    if (node is IdentifierNameSyntax name && name.Identifier.ValueText == member.Name && IsRead(name, member)) return true;
                }
            }
        }

        return false;
    }

    private bool IsRead(IdentifierNameSyntax name, ISymbol member)
    {
        ISymbol? named = symbols.Compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol;
        return named is IParameterSymbol parameter ? IsPositional(parameter) && !IsPassedOn(name, member) : IsSame(named, member) && !IsWrittenOrNamed(name);
    }

    private static bool IsSame(ISymbol? named, ISymbol member)
    {
        for (ISymbol? same = member; same is not null; same = (same as IPropertySymbol)?.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(named?.OriginalDefinition, same.OriginalDefinition)) return true;
        }

        return false;
    }

    private static bool IsPositional(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type }
        && RecordSymbols.PositionalParameters(type).Contains(parameter, SymbolEqualityComparer.Default);

    /// <summary>Whether a positional parameter gives the member its value, as an initializer or over the base type, or is the name of an argument.</summary>
    private bool IsPassedOn(IdentifierNameSyntax name, ISymbol member) => name.Parent switch
    {
        NameColonSyntax => true,
        ArgumentSyntax { Parent.Parent: PrimaryConstructorBaseTypeSyntax } => !SymbolEqualityComparer.Default.Equals(member.ContainingType, record),
        _ => name.FirstAncestorOrSelf<EqualsValueClauseSyntax>()?.Parent switch
        {
            PropertyDeclarationSyntax property => property.Identifier.ValueText == member.Name,
            VariableDeclaratorSyntax field => field.Identifier.ValueText == member.Name,
            _ => false,
        },
    };

    private static bool IsWrittenOrNamed(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left == whole,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
            _ => false,
        };
    }
}
