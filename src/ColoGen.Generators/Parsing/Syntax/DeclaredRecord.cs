using ColoGen.Core.Analysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A record with all its parts.</summary>
internal sealed class DeclaredRecord
{
    private readonly SourceType[] _parts;

    private DeclaredRecord(SourceType[] parts) => _parts = parts;

    public string Name => _parts[0].Name;

    public string Namespace => _parts[0].Scope.Namespace;

    public bool IsStruct => _parts[0].Kind == SourceTypeKind.RecordStruct;

    public bool IsPartial => _parts[0].IsPartial;

    public IReadOnlyList<SourceType> Parts => _parts;

    /// <summary>Its attributes of the runtime library.</summary>
    public List<DeclaredAttribute> Attributes { get; private set; } = [];

    /// <summary>Positional ones in their order, then the rest in the order of the files' paths.</summary>
    public List<DeclaredMember> Members { get; } = [];

    /// <summary>The record that these parts make; null where only the compiler knows.</summary>
    public static DeclaredRecord? Of(Names names, SourceType[] parts)
    {
        if (!Array.TrueForAll(parts, static part => part is { Around: null, IsFileLocal: false, Scope.IsUnclear: false, Written: not null })) return null;
        if (parts.Length > 1 && !CanBeMerged(parts)) return null;
        var record = new DeclaredRecord(parts.Length == 1 ? parts : [.. parts.OrderBy(Path, StringComparer.Ordinal).ThenBy(part => part.Declaration!.SpanStart)]);
        return record.AddAttributes(names) && record.AddMembers(names) && record.HasNoBase(names) ? record : null;
    }

    /// <summary>Its property or constant of this name, or null.</summary>
    public DeclaredMember? Member(string name)
    {
        foreach (DeclaredMember member in Members)
        {
            if (member.Name == name) return member;
        }

        return null;
    }

    /// <summary>Whether it has a member of this name, of whatever kind.</summary>
    public bool Declares(string name)
    {
        foreach (SourceType part in _parts)
        {
            if (part.Written!.Names.Contains(name)) return true;
        }

        return false;
    }

    /// <summary>Whether it has a type of this name inside.</summary>
    public bool DeclaresType(string name)
    {
        foreach (SourceType part in _parts)
        {
            if (part.Written!.Types.Contains(name)) return true;
        }

        return false;
    }

    private static bool CanBeMerged(SourceType[] parts) =>
        parts.All(part => part.IsPartial && part.Kind == parts[0].Kind)
        && parts.Count(part => part.Written!.Positional is not null) <= 1
        && parts.Select(part => part.Declaration!.SyntaxTree).Distinct().Count() == parts.Select(Path).Distinct().Count()
        && parts.SelectMany(part => part.Written!.Members).All(member => parts.Count(part => part.Written!.Names.Contains(member.Name)) == 1);

    private static string Path(SourceType part) => part.Declaration!.SyntaxTree.FilePath.Replace('\\', '/');

    private bool AddAttributes(Names names)
    {
        foreach (SourceType part in _parts)
        {
            if (DeclaredAttribute.Of(names, part.Written!.Attributes, new Context(part.Scope, this, SeesMembers: true)) is not { } attributes) return false;
            if (attributes.Exists(attribute => Attributes.Find(attribute.Schema.Kind) is not null)) return false;
            Attributes = Attributes.Count == 0 ? attributes : [.. Attributes, .. attributes];
        }

        return true;
    }

    private bool AddMembers(Names names)
    {
        foreach (SourceType part in _parts)
        {
            if (!Add(names, part, 0, part.Written!.Positional ?? 0, new Context(part.Scope, this, SeesMembers: false))) return false;
        }

        foreach (SourceType part in _parts)
        {
            if (!Add(names, part, part.Written!.Positional ?? 0, part.Written.Members.Count, new Context(part.Scope, this, SeesMembers: true))) return false;
        }

        return true;
    }

    private bool Add(Names names, SourceType part, int from, int to, Context context)
    {
        for (int at = from; at < to; at++)
        {
            WrittenMember member = part.Written!.Members[at];
            if (DeclaredAttribute.Of(names, member.Attributes, context) is not { } attributes) return false;
            Members.Add(new DeclaredMember(names, member, context, attributes));
        }

        return true;
    }

    /// <summary>A struct has interfaces only.</summary>
    private bool HasNoBase(Names names)
    {
        if (IsStruct) return true;
        foreach (SourceType part in _parts)
        {
            foreach (WrittenName name in part.Written!.Bases)
            {
                if (!names.IsInterface(part.Scope, name)) return false;
            }
        }

        return true;
    }
}
