using System.Collections.Concurrent;
using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>What names mean in a project, as far as what is written there and the names in its references can prove it. The compiler knows the rest.</summary>
internal sealed class Names
{
    private const string Suffix = "Attribute";

    private readonly SourceNames _source;
    private readonly ReferencedNames _referenced;
    private readonly Schema _library;
    private readonly TypeLookup _types;

    /// <summary>The library's attributes and enums whose names nothing else has, by what can be written for them.</summary>
    private readonly Dictionary<string, AttributeSchema> _freeAttributes = [];
    private readonly Dictionary<string, EnumSchema> _freeEnums = [];

    private readonly ConcurrentDictionary<SourceType, DeclaredRecord?> _records = new();

    private Names(Compilation compilation, SourceNames source, ReferencedNames referenced, Schema library)
    {
        (_source, _referenced, _library) = (source, referenced, library);
        _types = new TypeLookup(compilation, source, referenced, library);
        foreach (KeyValuePair<string, AttributeSchema> attribute in library.Attributes)
        {
            if (!IsFree(attribute.Key)) continue;
            if (IsFree(attribute.Key + Suffix)) _freeAttributes.Add(attribute.Key, attribute.Value);
            if (IsFree(attribute.Value.Kind)) _freeAttributes.Add(attribute.Value.Kind, attribute.Value);
        }

        foreach (KeyValuePair<string, EnumSchema> @enum in library.Enums)
        {
            if (IsFree(@enum.Key)) _freeEnums.Add(@enum.Key, @enum.Value);
        }
    }

    /// <summary>Null where the runtime library is not one reference.</summary>
    /// <param name="references">Stands for the references of the compilation.</param>
    public static Names? Of(Compilation compilation, IEnumerable<SourceFile> files, Surface references) =>
        ReferencedNames.Of(compilation, references) is { Schema: { } library } referenced ? new Names(compilation, new SourceNames(files), referenced, library) : null;

    /// <summary>The attribute of the library that a name stands for, or null.</summary>
    public AttributeSchema? Attribute(Scope scope, WrittenName name) =>
        name.IsSimple && _freeAttributes.TryGetValue(name.Last, out AttributeSchema? free) && _types.ImportsLibrary(scope) ? free : FindAttribute(scope, name);

    /// <summary>Whether an attribute is surely none of the library's, and not derived from one.</summary>
    public bool IsOtherAttribute(WrittenName name) => IsOther(name) && IsOther(name with { Last = name.Last + Suffix });

    /// <summary>The enum of the library that a name in an expression stands for, or null.</summary>
    public EnumSchema? Enum(Scope scope, WrittenName name)
    {
        if (_types.ImportsMembers(scope)) return null;
        if (name.IsSimple && _freeEnums.TryGetValue(name.Last, out EnumSchema? free) && _types.ImportsLibrary(scope)) return free;
        return Enum(_types.Find(scope, name));
    }

    public EnumSchema? Enum(Meaning meaning) =>
        meaning.Kind == MeaningKind.Library && _library.Enums.TryGetValue(meaning.Name, out EnumSchema? @enum) ? @enum : null;

    /// <summary>The setting of a disk that an attribute of a topology's property gives, or null.</summary>
    public SettingSchema? DiskSetting(string name) => _library.Attributes.TryGetValue("DiskAttribute", out AttributeSchema? disk) ? disk.Setting(name) : null;

    /// <summary>The literal that a constant of the project is; unclear where only the compiler knows.</summary>
    public WrittenValue Constant(WrittenName name, Context context)
    {
        if (name.Enclosing is not { } type)
        {
            return name.IsSimple && context.SeesMembers && context.Owner.Member(name.Last) is { Written: { IsConstant: true } constant } ? constant.Literal : default;
        }

        if (context.Owner.Declares(type.First) || _types.ImportsMembers(context.Scope) || _types.Find(context.Scope, type) is not { Kind: MeaningKind.Source, Parts: { } parts }) return default;
        WrittenValue[] found = [.. parts.SelectMany(part => part.Constants(name.Last))];
        return found.Length == 1 ? found[0] : default;
    }

    /// <summary>The type that a name stands for.</summary>
    public Meaning Find(Scope scope, WrittenName name) => _types.Find(scope, name);

    /// <summary>Whether a name surely stands for a type with one type parameter in this namespace of a reference.</summary>
    public bool IsReferenced(Scope scope, string name, string @namespace) => _types.Find(scope, name, arity: 1) == new Meaning(MeaningKind.Referenced, Name: @namespace);

    /// <summary>All parts of the type that one declares; null where it is nested, or has type parameters.</summary>
    public SourceType[]? Parts(SourceType part) =>
        _source.Parts(part.Scope.Namespace, part.Name) is { } parts && Array.IndexOf(parts, part) >= 0 ? parts : null;

    /// <summary>The record that parts make; null where only the compiler knows.</summary>
    public DeclaredRecord? Record(SourceType[] parts) =>
        _records.TryGetValue(parts[0], out DeclaredRecord? known) ? known : _records.GetOrAdd(parts[0], DeclaredRecord.Of(this, parts));

    /// <summary>Whether a name surely stands for an interface.</summary>
    public bool IsInterface(Scope scope, WrittenName name) => _types.Find(scope, name) switch
    {
        { Kind: MeaningKind.Source, Parts: [{ Kind: SourceTypeKind.Interface }, ..] } => true,
        { Kind: MeaningKind.Library, Name: var found } => _library.Interfaces.Contains(found),
        _ => false,
    };

    /// <summary>Whether what has this name is surely no type of the project, of the library or of what stands on it.</summary>
    public bool IsOther(WrittenName name) => !name.IsUnclear && !_source.HasType(name.Last) && !_referenced.IsRelated(name.Last);

    private bool IsFree(string name) => !_source.Has(name) && _referenced.IsFree(name);

    /// <summary>
    /// The compiler looks for the name with and without <c>Attribute</c>, and takes what is an attribute. So the one must be in the library, and the other must not be
    /// an attribute anywhere.
    /// </summary>
    private AttributeSchema? FindAttribute(Scope scope, WrittenName name)
    {
        WrittenName longer = name with { Last = name.Last + Suffix };
        if (name.IsUnclear || _source.HasNested(name.Last) || _source.HasNested(longer.Last)) return null;
        if (_types.Find(scope, longer).Kind == MeaningKind.Nothing) return InLibrary(scope, name);
        bool mayBeAttribute = _source.HasDerived(name.Last) || _library.Types.Contains(name.Last)
            || (!_referenced.IsFree(name.Last) && _types.Find(scope, name).Kind != MeaningKind.Nothing);
        return mayBeAttribute ? null : InLibrary(scope, longer);
    }

    private AttributeSchema? InLibrary(Scope scope, WrittenName name) =>
        _types.Find(scope, name) is { Kind: MeaningKind.Library, Name: var found } && _library.Attributes.TryGetValue(found, out AttributeSchema? attribute) ? attribute : null;
}
