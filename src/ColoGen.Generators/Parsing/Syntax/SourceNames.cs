using ColoGen.Core.Analysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>The names that the files of a project declare.</summary>
internal sealed class SourceNames
{
    private readonly Dictionary<(string Namespace, string Name), SourceType[]> _types = [];
    private readonly HashSet<string> _typeNames = [];
    private readonly HashSet<string> _nestedNames = [];
    private readonly HashSet<string> _derivedNames = [];
    private readonly HashSet<string> _namespaces = [];
    private readonly HashSet<string> _namespaceNames = [];

    public SourceNames(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            foreach (SourceType type in file.Types) Add(type);
            foreach (Scope @namespace in file.Namespaces) Add(@namespace);
            AddAliases(file.Unit);
            AddAliases(file.Global);
            Global.Imports.AddRange(file.Global.Imports);
            Global.Aliases.AddRange(file.Global.Aliases);
            Global.ImportsMembers |= file.Global.ImportsMembers;
            Global.IsUnclear |= file.Global.IsUnclear;
        }
    }

    /// <summary>What every file imports.</summary>
    public Scope Global { get; } = new(null, "");

    /// <summary>Whether a type has this name, wherever it stands, or an alias.</summary>
    public bool HasType(string name) => _typeNames.Contains(name);

    /// <summary>Whether a type inside another one has this name.</summary>
    public bool HasNested(string name) => _nestedNames.Contains(name);

    /// <summary>Whether a class has this name that may be an attribute, or an alias.</summary>
    public bool HasDerived(string name) => _derivedNames.Contains(name);

    /// <summary>Whether a type, an alias or a namespace has this name.</summary>
    public bool Has(string name) => _typeNames.Contains(name) || _namespaceNames.Contains(name);

    /// <summary>Whether a namespace's name has this part.</summary>
    public bool IsOfNamespace(string name) => _namespaceNames.Contains(name);

    public bool HasNamespace(string @namespace) => _namespaces.Contains(@namespace);

    /// <summary>The parts of a type without type parameters that is in no other; null where there is none.</summary>
    public SourceType[]? Parts(string @namespace, string name) => _types.TryGetValue((@namespace, name), out SourceType[]? parts) ? parts : null;

    private void Add(SourceType type)
    {
        _typeNames.Add(type.Name);
        if (type is { Kind: SourceTypeKind.Class, HasBases: true }) _derivedNames.Add(type.Name);
        if (type.Around is not null) _nestedNames.Add(type.Name);
        if (type.Around is not null || type.Arity > 0) return;
        (string, string) key = (type.Scope.Namespace, type.Name);
        _types[key] = _types.TryGetValue(key, out SourceType[]? others) ? [.. others, type] : type.Alone;
    }

    private void Add(Scope @namespace)
    {
        if (_namespaces.Add(@namespace.Namespace)) _namespaceNames.Add(@namespace.Namespace.Substring(@namespace.Namespace.LastIndexOf('.') + 1));
        AddAliases(@namespace);
    }

    private void AddAliases(Scope scope)
    {
        foreach ((string name, _) in scope.Aliases)
        {
            _typeNames.Add(name);
            _derivedNames.Add(name);
        }
    }
}
