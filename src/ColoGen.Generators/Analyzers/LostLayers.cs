using System.Globalization;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Analyzers;

/// <summary>
/// Finds members of a layer, topology or pair that hold a layer and are not read: fields, properties that can't be read, and those of a type that is no layer
/// though an object of it is one or holds one. Properties of a topology that lead to a layer are found by the parser.
/// </summary>
internal sealed class LostLayers
{
    private readonly CompilationSymbols _symbols;
    private readonly RecordSymbols _record;
    private readonly CancellationToken _cancellation;
    private readonly bool _isLayer;
    private readonly bool _isTopology;

    private LostLayers(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation)
    {
        _symbols = symbols;
        _record = record;
        _cancellation = cancellation;
        _isLayer = record.Attributes.Any(static attribute => attribute.Type.IsLayer);
        _isTopology = record.Attributes.Has(nameof(TopologyAttribute));
    }

    public static IEnumerable<DeclarationError> Of(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation)
    {
        var layers = new LostLayers(symbols, record, cancellation);
        return layers._isLayer || layers._isTopology || record.Attributes.Has(nameof(ColoPairAttribute)) ? layers.Find() : [];
    }

    /// <summary>A member of a base type that is no layer, topology or pair itself is reported at the name of the type, as nobody else judges it.</summary>
    private IEnumerable<DeclarationError> Find()
    {
        var names = new HashSet<string>();
        INamedTypeSymbol? type = _record.Type;
        do
        {
            int number = 0;
            foreach (ISymbol member in type.GetMembers())
            {
                string place = "#" + (number++).ToString(CultureInfo.InvariantCulture);
                if (LayerHolders.HeldBy(member) is not { } held || !names.Add(member.Name) || !IsLost(member, held)) continue;
                string path = !IsSame(type, _record.Type) ? "" : _record.Find(member)?.Name ?? place;
                yield return DeclarationError.NotAttached(path, member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name, Advice(member, held));
            }

            type = type.BaseType;
        }
        while (type is { SpecialType: SpecialType.None } && _symbols.AttributesOf(type).Count == 0);
    }

    private bool IsLost(ISymbol member, ITypeSymbol type)
    {
        if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) return false;
        if (member.IsStatic && (!_isLayer || IsSame(type, _record.Type))) return false;
        MemberSymbol? read = _record.Find(member);
        if (read is not null && IsRead(read)) return false;
        return LayerHolders.MayHold(_symbols, type)
            && _symbols.AttributesOf(member).Count == 0
            && !IsMarked(member)
            && !IsReadByLayer(member)
            && !IsComputedFromLayer(member);
    }

    /// <summary>Whether the documents have a member, or another rule reports it.</summary>
    private bool IsRead(MemberSymbol member) =>
        member.Attributes.Count > 0
        || (member.Layer is null || _isLayer || _isTopology ? _record.MayRead(member) : member.Name is nameof(Pair.Primary) or nameof(Pair.Secondary));

    /// <summary>Whether the positional parameter of a member says that it is in no document, or has an attribute that another rule reports.</summary>
    private bool IsMarked(ISymbol member) =>
        RecordSymbols.PositionalParameters(_record.Type).Any(parameter => parameter.Name == member.Name && _symbols.AttributesOf(parameter).Count > 0);

    /// <summary>
    /// Whether a property that the documents have is made from a member, or something that is given to the constructor of the base type. The member itself is
    /// only passed on there.
    /// </summary>
    private bool IsReadByLayer(ISymbol member) =>
        _record.Members.Any(read => IsReadLayer(read) && Code(read.Symbol).Any(code => Names(code, member.Name)))
        || _record.Type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(_cancellation) is RecordDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax { ArgumentList: var given }, ..] }
            && given.Arguments.Any(argument => argument.Expression is not IdentifierNameSyntax && Names(argument, member.Name)));

    /// <summary>Whether a member only gives back layers that the documents have, and holds nothing itself.</summary>
    private bool IsComputedFromLayer(ISymbol member) =>
        member is IPropertySymbol
        && !RecordSymbols.IsStored(member)
        && Code(member).Any(code => _record.Members.Any(read => IsReadLayer(read) && Names(code, read.Name)));

    private bool IsReadLayer(MemberSymbol member) =>
        _isLayer ? member.Layer is not null : member.Attributes.Has(nameof(DiskAttribute)) || member.Attributes.Has(nameof(HostDiskAttribute));

    /// <summary>The code of a property, without its type.</summary>
    private IEnumerable<SyntaxNode> Code(ISymbol property)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellation) is not BasePropertyDeclarationSyntax declaration) continue;
            if (declaration.AccessorList is { } accessors) yield return accessors;
            if (declaration is PropertyDeclarationSyntax { ExpressionBody: { } body }) yield return body;
            if (declaration is PropertyDeclarationSyntax { Initializer: { } initializer }) yield return initializer;
            if (declaration is IndexerDeclarationSyntax { ExpressionBody: { } item }) yield return item;
        }
    }

    private static bool Names(SyntaxNode code, string name) =>
        code.DescendantNodes().Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);

    private string Advice(ISymbol member, ITypeSymbol type)
    {
        if (member is IFieldSymbol) return "make it a property";
        if (member is IPropertySymbol { IsIndexer: true }) return "the documents can't read an indexer, so declare a property";
        if (member.IsStatic) return "the documents can't read a static member, so make it an instance property";
        if (member is IPropertySymbol { GetMethod: null }) return "add a getter";
        if (!_isLayer && !_isTopology) return "declare it in the hosts";
        if (LayerHolders.IsOrDerivesFromLayer(_symbols, type)) return $"give '{type.Name}' the attribute of its base type, which is not inherited";
        string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return _isTopology
            ? $"'{name}' is not one layer, so declare a property with [Disk] or [HostDisk] for each layer"
            : $"'{name}' is neither a layer nor an array or list of layers, so give the property such a type";
    }

    private static bool IsSame(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
