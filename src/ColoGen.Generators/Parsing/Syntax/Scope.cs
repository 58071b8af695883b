using ColoGen.Core.Analysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A part of a file where names are looked up: the file itself, or a namespace that it opens.</summary>
/// <param name="around">Null for the file.</param>
/// <param name="namespace">In full; empty for the file.</param>
internal sealed class Scope(Scope? around, string @namespace)
{
    public Scope? Around { get; } = around;

    public string Namespace { get; } = @namespace;

    /// <summary>The namespaces that it imports.</summary>
    public List<WrittenName> Imports { get; } = [];

    /// <summary>The aliases that it declares, with what they stand for.</summary>
    public List<(string Name, WrittenName Target)> Aliases { get; } = [];

    /// <summary>Whether it imports the static members of a type.</summary>
    public bool ImportsMembers { get; set; }

    /// <summary>Whether it has what names can't be looked up through by syntax alone: an extern alias, or statements with their variables.</summary>
    public bool IsUnclear { get => field || Around?.IsUnclear == true; set; }

    /// <summary>Whether a name may be an alias, or a variable.</summary>
    public bool MayAlias(string name)
    {
        if (IsUnclear) return true;
        foreach ((string alias, _) in Aliases)
        {
            if (alias == name) return true;
        }

        return false;
    }
}
