using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Reading.Syntax;

/// <summary>
/// What names mean in a project, as far as what is written there and the names in its references can prove it: types are found as the compiler finds them,
/// from the inside to the outside. It knows the rest.
/// </summary>
internal sealed class Names
{
    private const string Suffix = "Attribute";

    private readonly Compilation _compilation;
    private readonly SourceNames _source;
    private readonly ReferencedNames _referenced;
    private readonly Schema _library;

    /// <summary>The library's attributes and enums whose names nothing else has, by what can be written for them.</summary>
    private readonly Dictionary<string, AttributeSchema> _freeAttributes = [];
    private readonly Dictionary<string, EnumSchema> _freeEnums = [];

    private readonly ConcurrentDictionary<SourceType, DeclaredRecord?> _records = new();
    private readonly ConcurrentDictionary<Scope, string?[]> _imports = new();

    private Names(Compilation compilation, SourceNames source, ReferencedNames referenced, Schema library)
    {
        (_compilation, _source, _referenced, _library) = (compilation, source, referenced, library);
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
        name.IsSimple && _freeAttributes.TryGetValue(name.Last, out AttributeSchema? free) && ImportsLibrary(scope) ? free : FindAttribute(scope, name);

    /// <summary>Whether an attribute is surely none of the library's, and not derived from one.</summary>
    public bool IsOtherAttribute(WrittenName name) => IsOther(name) && IsOther(name with { Last = name.Last + Suffix });

    /// <summary>The enum of the library that a name in an expression stands for, or null.</summary>
    public EnumSchema? Enum(Scope scope, WrittenName name)
    {
        if (ImportsMembers(scope)) return null;
        if (name.IsSimple && _freeEnums.TryGetValue(name.Last, out EnumSchema? free) && ImportsLibrary(scope)) return free;
        return Enum(Find(scope, name));
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

        if (context.Owner.Declares(type.First) || ImportsMembers(context.Scope) || Find(context.Scope, type) is not { Kind: MeaningKind.Source, Parts: { } parts }) return default;
        WrittenValue[] found = [.. parts.SelectMany(part => part.Constants(name.Last))];
        return found.Length == 1 ? found[0] : default;
    }

    /// <summary>All parts of the type that one declares; null where it is nested, or has type parameters.</summary>
    public SourceType[]? Parts(SourceType part) =>
        _source.Parts(part.Scope.Namespace, part.Name) is { } parts && Array.IndexOf(parts, part) >= 0 ? parts : null;

    /// <summary>The record that parts make; null where only the compiler knows.</summary>
    public DeclaredRecord? Record(SourceType[] parts) => _records.GetOrAdd(parts[0], _ => DeclaredRecord.Of(this, parts));

    /// <summary>Whether a name surely stands for an interface.</summary>
    public bool IsInterface(Scope scope, WrittenName name) => Find(scope, name) switch
    {
        { Kind: MeaningKind.Source, Parts: [{ Kind: SourceTypeKind.Interface }, ..] } => true,
        { Kind: MeaningKind.Library, Name: var found } => _library.Interfaces.Contains(found),
        _ => false,
    };

    /// <summary>Whether what has this name is surely no type of the project, of the library or of what stands on it.</summary>
    public bool IsOther(WrittenName name) => !name.IsUnclear && !_source.HasType(name.Last) && !_referenced.IsRelated(name.Last);

    /// <summary>The type that a name stands for.</summary>
    public Meaning Find(Scope scope, WrittenName name)
    {
        if (name.IsUnclear) return Meaning.Unclear;
        if (name.IsSimple) return Find(scope, name.Last, arity: 0);
        if (name.Qualifier.Length == 0) return In("", name.Last, arity: 0);
        return Qualifier(scope, name) is { } @namespace ? In(@namespace, name.Last, arity: 0) : Meaning.Unclear;
    }

    /// <summary>The type that an identifier stands for.</summary>
    public Meaning Find(Scope scope, string name, int arity)
    {
        for (Scope? around = scope; around is not null; around = around.Around)
        {
            if (IsUnclear(around, name)) return Meaning.Unclear;
            Meaning meaning = In(around.Namespace, name, arity);
            if (meaning.Kind == MeaningKind.Nothing && HasNamespace(around.Namespace, name)) return Meaning.Unclear;
            if (meaning.Kind == MeaningKind.Nothing) meaning = Imported(around, name, arity);
            if (meaning.Kind != MeaningKind.Nothing) return meaning;
        }

        return default;
    }

    private bool IsFree(string name) => !_source.Has(name) && _referenced.IsFree(name);

    /// <summary>
    /// The compiler looks for the name with and without <c>Attribute</c>, and takes what is an attribute. So the one must be in the library, and the other must not be
    /// an attribute anywhere.
    /// </summary>
    private AttributeSchema? FindAttribute(Scope scope, WrittenName name)
    {
        WrittenName longer = name with { Last = name.Last + Suffix };
        if (name.IsUnclear || _source.HasNested(name.Last) || _source.HasNested(longer.Last)) return null;
        if (Find(scope, longer).Kind == MeaningKind.Nothing) return InLibrary(scope, name);
        bool mayBeAttribute = _source.HasDerived(name.Last) || _library.Types.Contains(name.Last)
            || (!_referenced.IsFree(name.Last) && Find(scope, name).Kind != MeaningKind.Nothing);
        return mayBeAttribute ? null : InLibrary(scope, longer);
    }

    private AttributeSchema? InLibrary(Scope scope, WrittenName name) =>
        Find(scope, name) is { Kind: MeaningKind.Library, Name: var found } && _library.Attributes.TryGetValue(found, out AttributeSchema? attribute) ? attribute : null;

    private Meaning In(string @namespace, string name, int arity)
    {
        Meaning meaning;
        if (arity == 0 && _source.Parts(@namespace, name) is { } parts)
        {
            meaning = AreOneType(parts) ? new Meaning(MeaningKind.Source, parts) : Meaning.Unclear;
        }
        else if (_referenced.HasType(_compilation, @namespace, name, arity))
        {
            meaning = arity == 0 && IsOfLibrary(@namespace, name) ? Meaning.Unclear : new Meaning(MeaningKind.Referenced, Name: @namespace);
        }
        else
        {
            meaning = arity == 0 && IsOfLibrary(@namespace, name) ? new Meaning(MeaningKind.Library, Name: name) : default;
        }

        return meaning.Kind != MeaningKind.Nothing && HasNamespace(@namespace, name) ? Meaning.Unclear : meaning;
    }

    private bool IsOfLibrary(string @namespace, string name) => @namespace == Schema.Namespace && _library.Types.Contains(name);

    /// <summary>Whether parts are of one type that every file can name.</summary>
    private static bool AreOneType(SourceType[] parts)
    {
        foreach (SourceType part in parts)
        {
            if (part.IsFileLocal || part.Kind != parts[0].Kind || (parts.Length > 1 && !part.IsPartial)) return false;
        }

        return true;
    }

    /// <summary>The type of this name in the one imported namespace that has it.</summary>
    private Meaning Imported(Scope scope, string name, int arity)
    {
        if (scope.ImportsMembers && (_source.HasNested(name) || !_referenced.IsFree(name))) return Meaning.Unclear;
        Meaning found = scope.Around is null && scope != _source.Global ? Imported(_source.Global, name, arity) : default;
        foreach (string? import in Imports(scope))
        {
            Meaning meaning = import is null ? Meaning.Unclear : In(import, name, arity);
            if (meaning.Kind == MeaningKind.Nothing || meaning == found) continue;
            if (found.Kind != MeaningKind.Nothing) return Meaning.Unclear;
            found = meaning;
        }

        return found;
    }

    private bool ImportsLibrary(Scope scope)
    {
        for (Scope? around = scope; around is not null; around = around.Around)
        {
            if (around.IsUnclear) return false;
            if (around.Namespace == Schema.Namespace || Array.IndexOf(Imports(around), Schema.Namespace) >= 0) return true;
        }

        return !_source.Global.IsUnclear && Array.IndexOf(Imports(_source.Global), Schema.Namespace) >= 0;
    }

    /// <summary>The namespaces that a scope imports, null for one that is not certain.</summary>
    private string?[] Imports(Scope scope) => _imports.GetOrAdd(scope, _ => [.. scope.Imports.Select(import => Resolve(scope, import))]);

    private bool ImportsMembers(Scope scope)
    {
        for (Scope? around = scope; around is not null; around = around.Around)
        {
            if (around.ImportsMembers) return true;
        }

        return _source.Global.ImportsMembers;
    }

    /// <summary>The namespace that a directive imports; null where it is not certain.</summary>
    private string? Resolve(Scope scope, WrittenName import)
    {
        string @namespace = import.Text;
        if (scope.Around is null || import.IsRooted)
        {
            if (IsUnclear(scope, import.First)) return null;
        }
        else
        {
            if (_source.HasType(import.First) || _referenced.HasType(import.First)) return null;
            Scope? around = scope;
            while (around is not null && !HasNamespace(around.Namespace, import.First)) around = around.Around;
            if (around is not null) @namespace = Join(around.Namespace, import.Text);
        }

        return IsNoType(@namespace) ? @namespace : null;
    }

    /// <summary>Whether no part of a namespace's name is a type too.</summary>
    private bool IsNoType(string @namespace)
    {
        string around = "";
        foreach (string name in @namespace.Split('.'))
        {
            if (In(around, name, arity: 0).Kind != MeaningKind.Nothing) return false;
            around = Join(around, name);
        }

        return true;
    }

    /// <summary>The namespace that stands before a name's last dot; null where it is not certain.</summary>
    private string? Qualifier(Scope scope, WrittenName name)
    {
        if (name.Qualifier.Split('.').Any(part => _source.HasType(part) || _referenced.HasType(part))) return null;
        string first = name.First;
        for (Scope? around = scope; around is not null; around = around.Around)
        {
            if (around.IsUnclear) return null;
            if (name.IsRooted && around.Around is not null) continue;
            if (HasNamespace(around.Namespace, first)) return Join(around.Namespace, name.Qualifier);
        }

        return null;
    }

    private bool HasNamespace(string around, string name) =>
        (_source.IsOfNamespace(name) && _source.HasNamespace(Join(around, name)))
        || (_referenced.IsOfNamespace(name) && _referenced.HasNamespace(_compilation, Join(around, name)));

    private bool IsUnclear(Scope scope, string name) => scope.MayAlias(name) || (scope.Around is null && _source.Global.MayAlias(name));

    private static string Join(string around, string name) => around.Length == 0 ? name : $"{around}.{name}";
}
