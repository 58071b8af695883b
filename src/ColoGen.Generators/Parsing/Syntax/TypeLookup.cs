using System.Collections.Concurrent;
using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>
/// Finds the type that a name stands for as the compiler does, from the inside to the outside, as far as what is written and the names in the references can prove it. What only
/// the compiler knows is <see cref="Meaning.Unclear"/>.
/// </summary>
internal sealed class TypeLookup(Compilation compilation, SourceNames source, ReferencedNames referenced, Schema library)
{
    private readonly ConcurrentDictionary<Scope, string?[]> _imports = new();

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

    /// <summary>Whether the types of the runtime library can be named without their namespace.</summary>
    public bool ImportsLibrary(Scope scope)
    {
        for (Scope? around = scope; around is not null; around = around.Around)
        {
            if (around.IsUnclear) return false;
            if (around.Namespace == Schema.Namespace || Array.IndexOf(Imports(around), Schema.Namespace) >= 0) return true;
        }

        return !source.Global.IsUnclear && Array.IndexOf(Imports(source.Global), Schema.Namespace) >= 0;
    }

    /// <summary>Whether static members of some type can be named without it.</summary>
    public bool ImportsMembers(Scope scope)
    {
        for (Scope? around = scope; around is not null; around = around.Around)
        {
            if (around.ImportsMembers) return true;
        }

        return source.Global.ImportsMembers;
    }

    private Meaning In(string @namespace, string name, int arity)
    {
        Meaning meaning;
        if (arity == 0 && source.Parts(@namespace, name) is { } parts)
        {
            meaning = AreOneType(parts) ? new Meaning(MeaningKind.Source, parts) : Meaning.Unclear;
        }
        else if (referenced.HasType(compilation, @namespace, name, arity))
        {
            meaning = arity == 0 && IsOfLibrary(@namespace, name) ? Meaning.Unclear : new Meaning(MeaningKind.Referenced, Name: @namespace);
        }
        else
        {
            meaning = arity == 0 && IsOfLibrary(@namespace, name) ? new Meaning(MeaningKind.Library, Name: name) : default;
        }

        return meaning.Kind != MeaningKind.Nothing && HasNamespace(@namespace, name) ? Meaning.Unclear : meaning;
    }

    private bool IsOfLibrary(string @namespace, string name) => @namespace == Schema.Namespace && library.Types.Contains(name);

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
        if (scope.ImportsMembers && (source.HasNested(name) || !referenced.IsFree(name))) return Meaning.Unclear;
        Meaning found = scope.Around is null && scope != source.Global ? Imported(source.Global, name, arity) : default;
        foreach (string? import in Imports(scope))
        {
            Meaning meaning = import is null ? Meaning.Unclear : In(import, name, arity);
            if (meaning.Kind == MeaningKind.Nothing || meaning == found) continue;
            if (found.Kind != MeaningKind.Nothing) return Meaning.Unclear;
            found = meaning;
        }

        return found;
    }

    /// <summary>The namespaces that a scope imports, null for one that is not certain.</summary>
    private string?[] Imports(Scope scope) => _imports.TryGetValue(scope, out string?[]? known) ? known : _imports.GetOrAdd(scope, ReadImports(scope));

    private string?[] ReadImports(Scope scope) => [.. scope.Imports.Select(import => Resolve(scope, import))];

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
            if (source.HasType(import.First) || referenced.HasType(import.First)) return null;
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
        if (name.Qualifier.Split('.').Any(part => source.HasType(part) || referenced.HasType(part))) return null;
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
        (source.IsOfNamespace(name) && source.HasNamespace(Join(around, name)))
        || (referenced.IsOfNamespace(name) && referenced.HasNamespace(compilation, Join(around, name)));

    private bool IsUnclear(Scope scope, string name) => scope.MayAlias(name) || (scope.Around is null && source.Global.MayAlias(name));

    private static string Join(string around, string name) => around.Length == 0 ? name : $"{around}.{name}";
}
