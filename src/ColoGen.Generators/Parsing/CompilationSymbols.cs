using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>What the parsers ask of a compilation's symbols, each asked once. It is kept as long as the compilation, and safe for several threads.</summary>
internal sealed class CompilationSymbols
{
    private static readonly ConditionalWeakTable<Compilation, CompilationSymbols> s_known = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, AttributeType?> _attributes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _layers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, EnumSymbols> _enums = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, RecordSymbols> _records = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Lazy<DeclarationKey> _key;
    private readonly Lazy<ImmutableHashSet<SyntaxTree>> _addedTrees;
    private readonly Lazy<CompilationSymbols?> _withoutAdded;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _declared;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _topologies;
    private readonly Lazy<HashSet<ISymbol>> _layerBases;

    private CompilationSymbols(Compilation compilation)
    {
        Compilation = compilation;
        _key = new(() => DeclarationKey.Of(compilation));
        _addedTrees = new(() => GeneratedTrees.OfOthers(compilation));
        _withoutAdded = new(() => AddedTrees.IsEmpty ? null : Of(compilation.RemoveSyntaxTrees(AddedTrees)));
        _declared = new(() => ImmutableArray.CreateRange(TypesIn(compilation.Assembly.GlobalNamespace)));
        _topologies = new(() => ImmutableArray.CreateRange(_declared.Value.Where(type => AttributesOf(type).Has(nameof(TopologyAttribute)))));
        _layerBases = new(() => new HashSet<ISymbol>(_declared.Value.Where(IsLayer).SelectMany(BasesOf), SymbolEqualityComparer.Default));
    }

    public Compilation Compilation { get; }

    /// <summary>The key of everything that the compilation declares.</summary>
    public DeclarationKey Key => _key.Value;

    /// <summary>The files of other generators.</summary>
    public ImmutableHashSet<SyntaxTree> AddedTrees => _addedTrees.Value;

    /// <summary>The compilation without the files of other generators; null where there are none.</summary>
    public CompilationSymbols? WithoutAdded => _withoutAdded.Value;

    /// <summary>The topologies of the project.</summary>
    public ImmutableArray<INamedTypeSymbol> Topologies => _topologies.Value;

    public static CompilationSymbols Of(Compilation compilation) => s_known.GetValue(compilation, static compilation => new CompilationSymbols(compilation));

    /// <summary>The attributes of a symbol that are ColoGen's or derive from one of ColoGen's, in their order.</summary>
    public IReadOnlyList<KnownAttribute> AttributesOf(ISymbol symbol)
    {
        List<KnownAttribute>? known = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && TypeOf(type) is { } attributeType) (known ??= []).Add(new KnownAttribute(attribute, attributeType));
        }

        return known ?? (IReadOnlyList<KnownAttribute>)[];
    }

    /// <summary>Whether a type has the attribute of a kind of layer.</summary>
    public bool IsLayer(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named) return false;
        INamedTypeSymbol definition = named.OriginalDefinition;
        if (_layers.TryGetValue(definition, out bool isLayer)) return isLayer;
        foreach (KnownAttribute attribute in AttributesOf(definition)) isLayer |= attribute.Type.IsLayer;
        return _layers.GetOrAdd(definition, isLayer);
    }

    /// <summary>Whether a layer of the project derives from a type of the project, or implements it.</summary>
    public bool IsBaseOfLayer(INamedTypeSymbol type) => !IsExternal(type) && _layerBases.Value.Contains(type.OriginalDefinition);

    /// <summary>Whether another assembly declares a type.</summary>
    public bool IsExternal(ITypeSymbol type) => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Compilation.Assembly);

    /// <summary>Whether other generators add all declarations of a symbol.</summary>
    public bool IsAdded(ISymbol symbol) =>
        !AddedTrees.IsEmpty
        && !symbol.DeclaringSyntaxReferences.IsEmpty
        && symbol.DeclaringSyntaxReferences.All(reference => AddedTrees.Contains(reference.SyntaxTree));

    public EnumSymbols EnumOf(ITypeSymbol type) => _enums.GetOrAdd(type, static type => new EnumSymbols(type));

    /// <remarks>Type arguments that may be null make other members than those that may not.</remarks>
    public RecordSymbols RecordOf(INamedTypeSymbol type)
    {
        INamedTypeSymbol key = type.IsGenericType ? (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None) : type.OriginalDefinition;
        return _records.TryGetValue(key, out RecordSymbols? record) ? record : _records.GetOrAdd(key, new RecordSymbols(this, key));
    }

    /// <summary>The types of the project that have attributes.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol containing)
    {
        foreach (ISymbol member in containing.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner) continue;
            if (inner is INamedTypeSymbol type && HasAttributes(type)) yield return type;
            foreach (INamedTypeSymbol nested in TypesIn(inner)) yield return nested;
        }
    }

    private IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol layer)
    {
        for (INamedTypeSymbol? type = layer.BaseType; type is not null; type = type.BaseType)
        {
            if (!IsExternal(type)) yield return type.OriginalDefinition;
        }

        foreach (INamedTypeSymbol type in layer.AllInterfaces)
        {
            if (!IsExternal(type)) yield return type.OriginalDefinition;
        }
    }

    /// <summary>Whether a type has attributes at all, so that the others need not be bound.</summary>
    private static bool HasAttributes(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax { AttributeLists.Count: > 0 });

    private AttributeType? TypeOf(INamedTypeSymbol attribute) =>
        _attributes.TryGetValue(attribute, out AttributeType? type) ? type : _attributes.GetOrAdd(attribute, AttributeType.Of(attribute));
}
