using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Analyzers;

/// <summary>Names what other generators add to a topology or pair of which the documents lack something.</summary>
internal sealed class AddedDeclarations
{
    private readonly CompilationSymbols _symbols;
    private readonly Compilation _seen;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<DeclarationError> _errors = [];

    /// <summary>The aliases, and what else a global using makes known, that are named already.</summary>
    private readonly HashSet<string> _usings = [];

    private AddedDeclarations(CompilationSymbols symbols, CompilationSymbols withoutAdded, CancellationToken cancellation)
    {
        _symbols = symbols;
        _seen = withoutAdded.Compilation;
        _cancellation = cancellation;
    }

    /// <summary>Each thing once, where it is needed first.</summary>
    /// <param name="withoutAdded">The symbols of the project without the files of other generators.</param>
    public static IReadOnlyList<DeclarationError> Of(
        CompilationSymbols symbols, CompilationSymbols withoutAdded, RecordSymbols record, CancellationToken cancellation)
    {
        var added = new AddedDeclarations(symbols, withoutAdded, cancellation);
        added.Visit(record, Access.Itself);
        return added._errors;
    }

    private void Visit(RecordSymbols record, Access access)
    {
        INamedTypeSymbol type = record.Type;
        if (!_visited.Add(type) || type.DeclaringSyntaxReferences.IsEmpty) return;
        if (_symbols.IsAdded(type))
        {
            Add(access, $"'{type.Name}'");
            return;
        }

        foreach (KnownAttribute attribute in record.Attributes) Visit(attribute, access, type.Name);
        VisitBases(record, access);
        foreach (MemberSymbol member in record.Members)
        {
            if (record.MayRead(member)) Visit(member, access.Member(member.Name), type.Name);
        }
    }

    private void Visit(MemberSymbol member, Access access, string owner)
    {
        string text = $"'{member.Name}' of '{owner}'";
        if (_symbols.IsAdded(member.Symbol))
        {
            Add(access, text);
            return;
        }

        foreach (KnownAttribute attribute in member.Attributes) Visit(attribute, access, member.Name);
        foreach (SyntaxReference reference in member.Symbol.DeclaringSyntaxReferences) AddUnseen(access, TypeOf(reference.GetSyntax(_cancellation)), "");
        if (member.Symbol is IFieldSymbol constant) AddUnseen(access, ValueOf(constant), " in " + text);
        if (member.Layer is { Type: var layer }) Visit(_symbols.RecordOf(layer), access);
    }

    private void Visit(KnownAttribute attribute, Access access, string owner)
    {
        if (attribute.Data.ApplicationSyntaxReference is not { } reference) return;
        string text = $"[{attribute.Type.Kind}] of '{owner}'";
        if (_symbols.AddedTrees.Contains(reference.SyntaxTree)) Add(access, text);
        else if (reference.GetSyntax(_cancellation) is AttributeSyntax syntax)
        {
            AddUnseen(access, syntax.Name, "");
            AddUnseen(access, syntax.ArgumentList, " in " + text);
        }
    }

    /// <summary>The first base type that is only known from files of other generators, if documents read a member of a type above it.</summary>
    private void VisitBases(RecordSymbols record, Access access)
    {
        for (INamedTypeSymbol type = record.Type; type.BaseType is { SpecialType: SpecialType.None } baseType; type = baseType)
        {
            if (!record.Members.Any(member => IsFrom(baseType, member.Symbol) && record.MayRead(member))) return;
            if (_symbols.IsAdded(baseType) || IsBaseListAdded(type))
            {
                Add(access, $"The base type '{baseType.Name}' of '{record.Type.Name}'");
                return;
            }

            foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(_cancellation) is TypeDeclarationSyntax { BaseList.Types: [{ Type: var first }, ..] }
                    && SymbolOf(_symbols.Compilation, first) is INamedTypeSymbol { TypeKind: TypeKind.Class })
                {
                    AddUnseen(access, first, "");
                }
            }
        }
    }

    /// <summary>Whether the project declares a member in a type or in a base type of it.</summary>
    private bool IsFrom(INamedTypeSymbol type, ISymbol member) => IsAtOrAbove(member.ContainingType, type) && !_symbols.IsAdded(member);

    private bool IsBaseListAdded(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty && type.DeclaringSyntaxReferences.All(reference =>
        _symbols.AddedTrees.Contains(reference.SyntaxTree)
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

    /// <summary>Adds what makes the first name known that this generator does not know, or knows as something else.</summary>
    /// <param name="where">What is said of something that another generator declares.</param>
    private void AddUnseen(Access access, SyntaxNode? node, string where)
    {
        if (Unseen(node, where) is { } text) Add(access, text);
    }

    private string? Unseen(SyntaxNode? node, string where)
    {
        if (node is null || !_seen.ContainsSyntaxTree(node.SyntaxTree)) return null;
        foreach (SimpleNameSyntax name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (name.Parent is NameEqualsSyntax or NameColonSyntax || SymbolOf(_symbols.Compilation, name) is not { } symbol) continue;
            if (symbol is INamespaceSymbol && _symbols.IsAdded(symbol)) continue;
            if (SymbolOf(_seen, name)?.OriginalDefinition.ToDisplayString() == symbol.OriginalDefinition.ToDisplayString())
            {
                if (symbol is IFieldSymbol constant && _visited.Add(constant) && Unseen(ValueOf(constant), where) is { } behind) return behind;
                continue;
            }

            string text = name.Identifier.ValueText;
            if (_symbols.IsAdded(symbol)) return $"'{text}'{where}";
            if (HeirOf(symbol.ContainingType, name) is { } heir) return $"The base type '{symbol.ContainingType.Name}' of '{heir.Name}'";
            return _usings.Add(IsAlias(name) ? text : symbol.ContainingSymbol.ToDisplayString()) ? $"The global using for '{text}'" : null;
        }

        return null;
    }

    private bool IsAlias(SimpleNameSyntax name) =>
        name is IdentifierNameSyntax identifier
        && _symbols.Compilation.GetSemanticModel(name.SyntaxTree).GetAliasInfo(identifier, _cancellation) is not null;

    /// <summary>The type around a node that inherits from another, or null.</summary>
    private INamedTypeSymbol? HeirOf(INamedTypeSymbol? baseType, SyntaxNode node)
    {
        SemanticModel model = _symbols.Compilation.GetSemanticModel(node.SyntaxTree);
        return node.Ancestors()
            .OfType<TypeDeclarationSyntax>()
            .Select(type => model.GetDeclaredSymbol(type, _cancellation) as INamedTypeSymbol)
            .FirstOrDefault(type => baseType is not null && type?.BaseType is { } above && IsAtOrAbove(baseType, above));
    }

    /// <summary>What a name means; an attribute or a call whose arguments are wrong is known nevertheless.</summary>
    private ISymbol? SymbolOf(Compilation compilation, ExpressionSyntax name)
    {
        SymbolInfo found = compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, _cancellation);
        ISymbol? symbol = found.CandidateReason == CandidateReason.Ambiguous ? null : found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        return symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : symbol;
    }

    private static SyntaxNode? TypeOf(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
        _ => null,
    };

    private SyntaxNode? ValueOf(IFieldSymbol constant) =>
        constant is { IsConst: true, DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax(_cancellation) is VariableDeclaratorSyntax declaration
            ? declaration.Initializer
            : null;

    private void Add(Access access, string name)
    {
        if (_errors.All(error => error.Detail != name)) _errors.Add(new DeclarationError(DeclarationErrorKind.AddedByGenerator, access.Path, name));
    }
}
