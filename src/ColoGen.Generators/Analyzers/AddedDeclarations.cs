using System.Collections.Immutable;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Analyzers;

/// <summary>
/// Finds what other generators add to a topology, a pair or the layers of a topology. All generators see the project without the files that they add, so
/// that the documents lack it.
/// </summary>
internal sealed class AddedDeclarations
{
    private readonly CompilationSymbols _symbols;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableHashSet<SyntaxTree> _trees;
    private readonly HashSet<string> _names = [];
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<DeclarationError> _errors = [];

    private AddedDeclarations(CompilationSymbols symbols, CancellationToken cancellation)
    {
        _symbols = symbols;
        _cancellation = cancellation;
        _trees = symbols.AddedTrees;
        foreach (SyntaxTree tree in _trees) AddNames(tree.GetRoot(cancellation));
    }

    public static IEnumerable<DeclarationError> Of(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation)
    {
        if (symbols.AddedTrees.IsEmpty) return [];
        var added = new AddedDeclarations(symbols, cancellation);
        added.Visit(record, Access.Itself);
        return added._errors;
    }

    private void Visit(RecordSymbols record, Access access)
    {
        INamedTypeSymbol type = record.Type;
        if (!_visited.Add(type) || type.DeclaringSyntaxReferences.IsEmpty) return;
        if (IsAdded(type))
        {
            Add(access, $"'{type.Name}'");
            return;
        }

        foreach (KnownAttribute attribute in record.Attributes) Visit(attribute, access, type.Name);
        AddUsings(access, BaseTypes(type));
        if (AddedBase(record) is { } baseType) Add(access, $"The base type '{baseType.Name}' of '{type.Name}'");
        foreach (MemberSymbol member in record.Members)
        {
            if (!record.MayRead(member)) continue;
            Access path = access.Member(member.Name);
            if (IsAdded(member.Symbol))
            {
                Add(path, $"'{member.Name}' of '{type.Name}'");
                continue;
            }

            foreach (KnownAttribute attribute in member.Attributes) Visit(attribute, path, member.Name);
            AddUsings(path, member.Symbol.DeclaringSyntaxReferences.Select(TypeOf));
            if (member.Layer is { Type: var layer }) Visit(_symbols.RecordOf(layer), path);
        }
    }

    private void Visit(KnownAttribute attribute, Access access, string owner)
    {
        if (attribute.Data.ApplicationSyntaxReference is not { } reference) return;
        string text = $"[{attribute.Type.Kind}] of '{owner}'";
        if (_trees.Contains(reference.SyntaxTree)) Add(access, text);
        else if (reference.GetSyntax(_cancellation) is AttributeSyntax syntax)
        {
            if (syntax.ArgumentList is { } arguments && NameOfAdded(arguments) is { } name) Add(access, $"'{name}' in {text}");
            AddUsings(access, [syntax]);
        }
    }

    /// <summary>Adds the first name that only a global using of another generator makes known.</summary>
    private void AddUsings(Access access, IEnumerable<SyntaxNode?> nodes)
    {
        if (_symbols.WithoutAddedUsings is not { } withoutUsings) return;
        SimpleNameSyntax? unknown = nodes.OfType<SyntaxNode>()
            .SelectMany(static node => node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
            .FirstOrDefault(name => !IsKnown(withoutUsings, name) && IsKnown(_symbols.Compilation, name));
        if (unknown is not null) Add(access, $"The global using for '{unknown.Identifier.ValueText}'");
    }

    private bool IsKnown(Compilation compilation, SimpleNameSyntax name) =>
        !compilation.ContainsSyntaxTree(name.SyntaxTree) || compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, _cancellation).Symbol is not null;

    private IEnumerable<SyntaxNode?> BaseTypes(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => (reference.GetSyntax(_cancellation) as TypeDeclarationSyntax)?.BaseList);

    private SyntaxNode? TypeOf(SyntaxReference reference) => reference.GetSyntax(_cancellation) switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
        _ => null,
    };

    /// <summary>Something that another generator adds and an argument names.</summary>
    private string? NameOfAdded(AttributeArgumentListSyntax arguments)
    {
        foreach (IdentifierNameSyntax name in arguments.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (!_names.Contains(name.Identifier.ValueText)) continue;
            ISymbol? symbol = _symbols.Compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, _cancellation).Symbol;
            if (symbol is not null && IsAdded(symbol)) return name.Identifier.ValueText;
        }

        return null;
    }

    private void Add(Access access, string name) => _errors.Add(new DeclarationError(DeclarationErrorKind.AddedByGenerator, access.Path, name));

    private bool IsAdded(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(reference => _trees.Contains(reference.SyntaxTree));

    /// <summary>The first base type that is only known from files of other generators, if documents read a member of a type above it.</summary>
    private INamedTypeSymbol? AddedBase(RecordSymbols record)
    {
        for (INamedTypeSymbol type = record.Type; type.BaseType is { SpecialType: SpecialType.None } baseType; type = baseType)
        {
            if (!IsAdded(baseType) && !IsBaseListAdded(type)) continue;
            return record.Members.Any(member => IsAtOrAbove(member.Symbol.ContainingType, baseType) && !IsAdded(member.Symbol) && record.MayRead(member))
                ? baseType
                : null;
        }

        return null;
    }

    private bool IsBaseListAdded(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty && type.DeclaringSyntaxReferences.All(reference =>
        _trees.Contains(reference.SyntaxTree)
        || GeneratedTrees.RootOf(reference.SyntaxTree) is not null
        || reference.GetSyntax(_cancellation) is TypeDeclarationSyntax { BaseList: null });

    private static bool IsAtOrAbove(INamedTypeSymbol type, INamedTypeSymbol bottom)
    {
        for (INamedTypeSymbol? at = bottom; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, type)) return true;
        }

        return false;
    }

    private void AddNames(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or ExpressionSyntax)))
        {
            string? name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
                _ => null,
            };
            if (name is not null) _names.Add(name);
        }
    }
}
