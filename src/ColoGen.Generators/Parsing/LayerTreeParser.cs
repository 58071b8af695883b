using System.Globalization;
using ColoGen.Core.Declarations;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Parses trees of layers for one declaration. Members that the declaration can't access are errors.</summary>
/// <param name="reader">The topology, the pair or the layer that is parsed.</param>
internal sealed class LayerTreeParser(CompilationSymbols symbols, INamedTypeSymbol reader, CancellationToken cancellation)
{
    /// <summary>
    /// The most layers of one declaration. Types that are used twice at each of n levels make 2^n layers; the compiler
    /// must not hang on them.
    /// </summary>
    public const int MaxLayers = 1024;

    /// <summary>The most layers below each other. Neither the compiler nor what is emitted may run out of stack.</summary>
    public const int MaxDepth = 256;

    /// <summary>How a layer gets into the documents.</summary>
    private const string OfMember = "its type must be a layer by an attribute of its own, or an array or list of such layers";

    private readonly Stack<INamedTypeSymbol> _ancestors = new();
    private int _layers;
    private int _scopes;

    /// <summary>The errors of the declaration itself. Layers have errors of their own.</summary>
    public List<DeclarationError> Errors { get; } = [];

    /// <summary>Whether a member that was read is obsolete, and an error where it is used.</summary>
    public bool ReadsObsolete { get; private set; }

    /// <summary>A layer outside of any topology; null where the type is no layer, or where its type arguments determine its edges.</summary>
    public static Layer? ParseAlone(CompilationSymbols symbols, INamedTypeSymbol type, CancellationToken cancellation) =>
        IsJudgedAlone(symbols, type)
            ? new LayerTreeParser(symbols, type, cancellation).ParseLayer(type, Access.Itself)
            : null;

    /// <summary>Whether a type is a layer whose own declaration has all that is wrong with it.</summary>
    public static bool IsJudgedAlone(CompilationSymbols symbols, INamedTypeSymbol type) =>
        symbols.IsLayer(type) && !symbols.IsExternal(type) && !IsOpen(symbols, symbols.RecordOf(type));

    /// <summary>A property as an edge; null where it leads to no layer, or to one that can't be parsed.</summary>
    public Edge? ParseEdge(MemberSymbol member, Access owner, List<DeclarationError> errors)
    {
        if (member is not { Layer: { Type: var type } layer, Symbol: IPropertySymbol property }) return null;
        EdgeKind kind = layer.Kind;
        if (kind == EdgeKind.Required && property.NullableAnnotation == NullableAnnotation.Annotated) kind = EdgeKind.Optional;

        Access source = owner.Member(member.Name);
        if (IsHidden(property) && !ReferenceEquals(errors, Errors))
        {
            errors.Add(new DeclarationError(DeclarationErrorKind.Inaccessible, source.Path, property.Name));
            return null;
        }

        if (!CanAccess(property))
        {
            Errors.Add(new DeclarationError(DeclarationErrorKind.Inaccessible, source.Path, property.Name));
            return null;
        }

        if (LeadsBack(type))
        {
            List<DeclarationError> owners = IsSame(type.OriginalDefinition, reader) ? Errors : errors;
            owners.Add(new DeclarationError(DeclarationErrorKind.Recursive, source.Path, type.Name));
            return null;
        }

        if (_ancestors.Count >= MaxDepth || ++_layers > MaxLayers)
        {
            string limit = _layers > MaxLayers ? $"{Number(MaxLayers)} layers" : $"{Number(MaxDepth)} layers below each other";
            if (Errors.Exists(error => error.Kind == DeclarationErrorKind.TooLarge)) return null;
            Errors.Add(new DeclarationError(DeclarationErrorKind.TooLarge, source.Path, limit));
            return null;
        }

        NoteRead(property);
        if (kind == EdgeKind.List && MayBeNull(property)) errors.Add(new DeclarationError(DeclarationErrorKind.NullableList, source.Path, property.Name));
        return new Edge(property.Name, kind, source, layer.Count, ParseLayer(type, source.OfLayer(kind, ref _scopes)));
    }

    /// <summary>The settings of an attribute: its arguments, and the members of the same names.</summary>
    public List<Setting> ParseSettings(KnownAttribute attribute, RecordSymbols record, Access access, List<DeclarationError> errors)
    {
        List<Setting> settings = ValueParser.Arguments(symbols, attribute.Data);
        foreach (IPropertySymbol setting in attribute.Type.Settings)
        {
            if (record.Find(setting.Name) is not { } member) continue;
            Access source = access.Member(member.Name);
            DocumentValue? value = member switch
            {
                { Symbol: IFieldSymbol constant } => ValueParser.Constant(symbols, constant, setting.Type),
                { Symbol: IPropertySymbol property, Layer: null } =>
                    ValueParser.RunTime(symbols, property, setting.Type, source, TextChecks.Of(attribute.Type.Kind, setting.Name)),
                _ => null,
            };
            bool isGivenTwice = settings.Exists(other => other.Name == setting.Name);
            bool isHidden = IsHidden(member.Symbol) && !ReferenceEquals(errors, Errors);
            if (value is null)
            {
                string kind = attribute.Type.Kind;
                bool isConstantOnly = AuthoringRules.IsConstantOnly(kind, setting.Name);
                bool isNeverNull = AuthoringRules.IsNeverNull(LayerKinds.Find(kind), setting.Name);
                errors.Add(ValueParser.UnsupportedType(source.Path, member.Symbol, setting, isConstantOnly, isNeverNull));
            }
            else if (isGivenTwice) errors.Add(new DeclarationError(DeclarationErrorKind.GivenTwice, source.Path, setting.Name));
            else if (isHidden) errors.Add(new DeclarationError(DeclarationErrorKind.Inaccessible, source.Path, member.Name));
            else if (!CanAccess(member.Symbol)) Errors.Add(new DeclarationError(DeclarationErrorKind.Inaccessible, source.Path, member.Name));
            else
            {
                NoteRead(member.Symbol);
                settings.Add(new Setting(setting.Name, value));
            }
        }

        return settings;
    }

    /// <summary>Notes that generated code reads a member.</summary>
    public void NoteRead(ISymbol member) => ReadsObsolete = ReadsObsolete
        || IsObsoleteError(member)
        || (member is IPropertySymbol { GetMethod: { } getter } && IsObsoleteError(getter));

    /// <summary>The backing reference of a layer or a disk, or null.</summary>
    public Reference? ParseReference(IReadOnlyList<KnownAttribute> attributes) => attributes.Find(nameof(BackingReferenceAttribute)) is { } attribute
        ? Reference.Of(ValueParser.Arguments(symbols, attribute.Data).ToEquatableArray())
        : null;

    private Layer ParseLayer(INamedTypeSymbol type, Access access)
    {
        cancellation.ThrowIfCancellationRequested();
        RecordSymbols record = symbols.RecordOf(type);
        var errors = new List<DeclarationError>();
        KnownAttribute kind = ParseKind(record, access, errors);
        if (!RecordSymbols.MayBeRecord(type)) errors.Add(new DeclarationError(DeclarationErrorKind.NotARecord, access.Path, type.Name));
        EquatableArray<Setting> settings = ParseSettings(kind, record, access, errors).ToEquatableArray();
        var edges = new List<Edge>();
        _ancestors.Push(type);
        foreach (MemberSymbol member in record.Members)
        {
            if (ParseEdge(member, access, errors) is { } edge) edges.Add(edge);
            else if (IsLost(record, member)) errors.Add(DeclarationError.NotAttached(access.Member(member.Name).Path, member.Name, OfMember));
        }

        _ancestors.Pop();
        if (IsSame(type, reader)) errors.AddRange(Errors);
        return new Layer(
            kind.Type.Kind, type.Name, access, settings, edges.ToEquatableArray(), ParseReference(record.Attributes), errors.ToEquatableArray(),
            IsOpen(symbols, record))
        {
            IsExternal = symbols.IsExternal(type),
        };
    }

    /// <summary>
    /// Whether a member holds a layer and is no edge, and its declaration has no diagnostic: it is of another assembly, or a type argument says it.
    /// </summary>
    private bool IsLost(RecordSymbols record, MemberSymbol member) =>
        member.Symbol is IPropertySymbol { Type: var type, OriginalDefinition.Type: var declared }
        && (!IsSame(type, declared) || symbols.IsExternal(record.Type))
        && !record.MayRead(member)
        && LayerHolders.MayHold(symbols, type)
        && (symbols.IsExternal(record.Type) || !LayerHolders.MayHold(symbols, declared));

    /// <summary>The first attribute of a layer.</summary>
    private static KnownAttribute ParseKind(RecordSymbols record, Access access, List<DeclarationError> errors)
    {
        List<KnownAttribute> kinds = [.. record.Attributes.Where(static attribute => attribute.Type.IsLayer)];
        if (kinds.Count > 1)
        {
            errors.Add(new DeclarationError(DeclarationErrorKind.SeveralKinds, access.Path, string.Join(", ", kinds.Select(static kind => kind.Type.Kind))));
        }

        return kinds[0];
    }

    /// <summary>Whether a property's type, or that of its items, is a type parameter of the record.</summary>
    private static bool IsOpen(CompilationSymbols symbols, RecordSymbols record) =>
        record.Type.IsGenericType
        && symbols.RecordOf(record.Type.OriginalDefinition).Members.Any(static member => (member.Symbol as IPropertySymbol)?.Type switch
        {
            ITypeParameterSymbol or IArrayTypeSymbol { ElementType: ITypeParameterSymbol } => true,
            INamedTypeSymbol named => named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol),
            _ => false,
        });

    /// <summary>A generic record inside itself ends only where its type arguments become simpler.</summary>
    private bool LeadsBack(INamedTypeSymbol type) =>
        _ancestors.Any(ancestor => IsSame(ancestor.OriginalDefinition, type.OriginalDefinition) && Depth(type) >= Depth(ancestor));

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

    private bool CanAccess(ISymbol member) =>
        symbols.Compilation.IsSymbolAccessibleWithin(member, reader)
        && (member is not IPropertySymbol property || symbols.Compilation.IsSymbolAccessibleWithin(property.GetMethod!, reader));

    /// <summary>Whether no topology can read a member of a layer. A topology inside of the layer's type could.</summary>
    private static bool IsHidden(ISymbol member)
    {
        Accessibility getter = (member as IPropertySymbol)?.GetMethod?.DeclaredAccessibility ?? Accessibility.Public;
        return (IsOfType(member.DeclaredAccessibility) || IsOfType(getter)) && member.ContainingType.GetTypeMembers().IsEmpty;

        static bool IsOfType(Accessibility accessibility) =>
            accessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
    }

    private static bool IsObsoleteError(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute is { AttributeClass.Name: nameof(ObsoleteAttribute), ConstructorArguments: [_, { Value: true }] });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
