using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Reads trees of layers, as one declaration sees them. One instance reads for one declaration.</summary>
/// <param name="reader">The topology, or the layer that is read by itself.</param>
internal sealed class LayerTreeParser(Compilation compilation, INamedTypeSymbol reader, CancellationToken cancellation)
{
    /// <summary>
    /// The most layers of one declaration. Types that are used twice at each of n levels make 2^n layers; the compiler
    /// must not hang on them.
    /// </summary>
    public const int MaxLayers = 1024;

    /// <summary>The most layers below each other. Neither the compiler nor what is emitted may run out of stack.</summary>
    public const int MaxDepth = 256;

    private readonly Stack<INamedTypeSymbol> _ancestors = new();
    private int _layers;
    private int _scopes;

    /// <summary>What stands in the reader's way, though the layer that has it may be right by itself.</summary>
    public List<DeclarationError> Errors { get; } = [];

    /// <summary>A layer by itself, where it can be judged so.</summary>
    public static Layer? ReadAlone(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation) =>
        IsLayer(type) && !IsOpen(type) ? new LayerTreeParser(compilation, type, cancellation).ReadLayer(type, Access.Itself) : null;

    /// <summary>A property as an edge, or null where it is none or leads to nothing that can be read.</summary>
    public Edge? ReadEdge(IPropertySymbol property, Access owner, List<DeclarationError> flaws)
    {
        if (LayerType(property.Type, out EdgeKind kind, out string count) is not { } type) return null;
        if (kind == EdgeKind.Required && property.NullableAnnotation == NullableAnnotation.Annotated) kind = EdgeKind.Optional;

        Access source = owner.Member(property.Name);
        if (!CanRead(property))
        {
            Errors.Add(new DeclarationError(DeclarationErrorKind.Inaccessible, source.Path, property.Name));
            return null;
        }

        if (LeadsBack(type))
        {
            List<DeclarationError> circle = IsSame(type.OriginalDefinition, reader) ? Errors : flaws;
            circle.Add(new DeclarationError(DeclarationErrorKind.Recursive, source.Path, type.Name));
            return null;
        }

        if (_ancestors.Count >= MaxDepth || ++_layers > MaxLayers)
        {
            string limit = _layers > MaxLayers ? $"{Number(MaxLayers)} layers" : $"{Number(MaxDepth)} layers below each other";
            if (!Errors.Any(flaw => flaw.Kind == DeclarationErrorKind.TooLarge)) Errors.Add(new DeclarationError(DeclarationErrorKind.TooLarge, source.Path, limit));
            return null;
        }

        if (kind == EdgeKind.List && MayBeNull(property)) flaws.Add(new DeclarationError(DeclarationErrorKind.NullableList, source.Path, property.Name));
        return new Edge(property.Name, kind, source, count, ReadLayer(type, source.OfLayer(kind, ref _scopes)));
    }

    /// <summary>The settings of an attribute: its arguments, and the members of the same names.</summary>
    public List<Setting> ReadSettings(AttributeData attribute, IReadOnlyList<ISymbol> members, Access access, List<DeclarationError> flaws)
    {
        List<Setting> settings = [.. ValueParser.Arguments(attribute)];
        foreach (IPropertySymbol wanted in ValueParser.SettingsOf(attribute.AttributeClass!))
        {
            ISymbol? member = members.FirstOrDefault(member => member.Name == wanted.Name);
            if (member is null) continue;
            string path = access.Member(member.Name).Path;
            DocumentValue? value = member switch
            {
                IFieldSymbol constant => ValueParser.Constant(constant, wanted.Type),
                IPropertySymbol property when LayerType(property.Type, out _, out _) is not null => null,
                IPropertySymbol property => ValueParser.RunTime(
                    property.Type, property.NullableAnnotation, wanted.Type, access.Member(property.Name)),
                _ => null,
            };
            if (value is null)
            {
                flaws.Add(new DeclarationError(DeclarationErrorKind.UnsupportedType, path, wanted.Name));
            }
            else if (settings.Any(setting => setting.Name == wanted.Name))
            {
                flaws.Add(new DeclarationError(DeclarationErrorKind.GivenTwice, path, wanted.Name));
            }
            else if (!CanRead(member))
            {
                Errors.Add(new DeclarationError(DeclarationErrorKind.Inaccessible, path, member.Name));
            }
            else
            {
                settings.Add(new Setting(wanted.Name, value));
            }
        }

        return settings;
    }

    public static Reference? ReadReference(IEnumerable<AttributeData> attributes)
    {
        if (attributes.Find("BackingReferenceAttribute") is not { } attribute) return null;
        return Reference.Of(ValueParser.Arguments(attribute).ToEquatableArray());
    }

    /// <summary>The layer that a property of this type is an edge to, or null where the type is none.</summary>
    public static INamedTypeSymbol? LayerType(ITypeSymbol type, out EdgeKind kind, out string count)
    {
        (kind, count) = (EdgeKind.Required, "");
        if (IsLayer(type)) return (INamedTypeSymbol)type;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            (kind, count) = (EdgeKind.List, "Length");
            return IsLayer(array.ElementType) ? (INamedTypeSymbol)array.ElementType : null;
        }

        if (type is not INamedTypeSymbol { TypeArguments: [var element] } named || !IsLayer(element)) return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            kind = EdgeKind.Optional;
            return (INamedTypeSymbol)element;
        }

        string? member = named.Name switch
        {
            "ImmutableArray" when IsIn(named, "System", "Collections", "Immutable") => "Length",
            "ImmutableList" when IsIn(named, "System", "Collections", "Immutable") => "Count",
            "List" or "IList" or "IReadOnlyList" when IsIn(named, "System", "Collections", "Generic") => "Count",
            _ => null,
        };
        if (member is null) return null;
        (kind, count) = (EdgeKind.List, member);
        return (INamedTypeSymbol)element;
    }

    private static bool IsIn(INamedTypeSymbol type, string first, string second, string third) =>
        type.ContainingType is null
        && type.ContainingNamespace is { } around && around.Name == third
        && around.ContainingNamespace is { } middle && middle.Name == second
        && middle.ContainingNamespace is { } outer && outer.Name == first
        && outer.ContainingNamespace.IsGlobalNamespace;

    private Layer ReadLayer(INamedTypeSymbol type, Access access)
    {
        cancellation.ThrowIfCancellationRequested();
        var flaws = new List<DeclarationError>();
        AttributeData[] kinds = [.. type.GetAttributes().DerivedFrom("LayerAttribute")];
        if (kinds.Length > 1) flaws.Add(new DeclarationError(DeclarationErrorKind.SeveralKinds, access.Path, string.Join(", ", kinds.Select(KnownAttributes.Kind))));
        if (!type.IsRecord) flaws.Add(new DeclarationError(DeclarationErrorKind.NotARecord, access.Path, type.Name));

        IReadOnlyList<ISymbol> members = Members.Of(type);
        EquatableArray<Setting> settings = ReadSettings(kinds[0], members, access, flaws).ToEquatableArray();
        _ancestors.Push(type);
        EquatableArray<Edge> edges = members.OfType<IPropertySymbol>()
            .Select(property => ReadEdge(property, access, flaws))
            .OfType<Edge>()
            .ToEquatableArray();
        _ancestors.Pop();
        bool isReader = IsSame(type, reader);
        return new Layer(
            KnownAttributes.Kind(kinds[0]), type.Name, access, settings, edges, ReadReference(type.GetAttributes()),
            (isReader ? flaws.Concat(Errors) : flaws).ToEquatableArray(),
            IsOpen(type));
    }

    /// <summary>Whether a property's type, or that of its items, is a type parameter of the record.</summary>
    private static bool IsOpen(INamedTypeSymbol type) => type.IsGenericType && Members.Of(type.OriginalDefinition).OfType<IPropertySymbol>().Any(property => property.Type switch
    {
        ITypeParameterSymbol or IArrayTypeSymbol { ElementType: ITypeParameterSymbol } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(argument => argument is ITypeParameterSymbol),
        _ => false,
    });

    /// <summary>A generic record inside itself ends only where its type arguments become simpler.</summary>
    private bool LeadsBack(INamedTypeSymbol type) =>
        _ancestors.Any(around => IsSame(around.OriginalDefinition, type.OriginalDefinition) && Depth(type) >= Depth(around));

    private static int Depth(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => 1 + Depth(array.ElementType),
        INamedTypeSymbol named => 1 + named.TypeArguments.Append(named.ContainingType).Max(Depth),
        _ => 0,
    };

    private static bool IsSame(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary>Whether a list, or an item of it, may be null.</summary>
    private static bool MayBeNull(IPropertySymbol list) => list.NullableAnnotation == NullableAnnotation.Annotated || list.Type switch
    {
        IArrayTypeSymbol array => array.ElementNullableAnnotation == NullableAnnotation.Annotated,
        INamedTypeSymbol named => named.TypeArgumentNullableAnnotations.Contains(NullableAnnotation.Annotated),
        _ => false,
    };

    private bool CanRead(ISymbol member) =>
        compilation.IsSymbolAccessibleWithin(member, reader)
        && (member is not IPropertySymbol property || compilation.IsSymbolAccessibleWithin(property.GetMethod!, reader));

    private static bool IsLayer(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && type.GetAttributes().DerivedFrom("LayerAttribute").Any();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
