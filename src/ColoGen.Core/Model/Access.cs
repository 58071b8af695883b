using System.Text.RegularExpressions;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>The members that lead from a topology to one of its values or layers.</summary>
internal sealed record Access
{
    /// <summary>The scope of the topology itself.</summary>
    public const int Topology = 0;

    /// <summary>The topology itself.</summary>
    public static readonly Access Itself = new(Topology, [], 0, "");

    private Access(int scope, EquatableArray<string> names, int start, string path)
    {
        Scope = scope;
        Names = names;
        Start = start;
        Path = path;
    }

    /// <summary>
    /// What holds the first member after <see cref="Start"/>: <see cref="Topology"/>, or the number that an optional edge or a list gave its layer.
    /// </summary>
    public int Scope { get; init; }

    /// <summary>Every member from the topology on, without C#'s <c>@</c>; a list of layers ends with <c>[]</c>.</summary>
    public EquatableArray<string> Names { get; }

    /// <summary>How many of the names lead to the scope.</summary>
    public int Start { get; }

    /// <summary>All names as messages have them: <c>Root.Children[].File</c>.</summary>
    public string Path { get; }

    /// <summary>What has the last member.</summary>
    public Access Containing => new(
        Scope,
        new([.. Names.Take(Names.Count - 1)]),
        Start,
        Path.Length == Names[^1].Length ? "" : Path.Substring(0, Path.Length - Names[^1].Length - 1));

    /// <summary>The members that a path names, without <c>[]</c>.</summary>
    public static string[] NamesOf(string path) => path.Replace("[]", "").Split(['.'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A path as declarations have it: the items of a list have no numbers.</summary>
    public static string Declared(string path) => Regex.Replace(path, @"\[\d+\]", "[]", RegexOptions.CultureInvariant, Timeout.InfiniteTimeSpan);

    /// <param name="name">The member's name, without C#'s <c>@</c>.</param>
    public Access Member(string name)
    {
        var names = new string[Names.Count + 1];
        for (int at = 0; at < Names.Count; at++) names[at] = Names[at];
        names[Names.Count] = name;
        return new Access(Scope, new(names), Start, Path.Length == 0 ? name : $"{Path}.{name}");
    }

    /// <summary>The layer that this property holds. An optional property, or a list, opens the next scope.</summary>
    /// <param name="scopes">How many scopes there are.</param>
    public Access OfLayer(EdgeKind kind, ref int scopes) => kind switch
    {
        EdgeKind.Required => this,
        EdgeKind.Optional => new Access(++scopes, Names, Names.Count, Path),
        _ => OfItem(++scopes),
    };

    /// <summary>An item of the list that this property holds, where the list is known: <c>Root.Children[0]</c>.</summary>
    public Access Item(int index) => WithSuffix($"[{index.ToText()}]", Scope, Start);

    private Access OfItem(int scope) => WithSuffix("[]", scope, Names.Count);

    private Access WithSuffix(string suffix, int scope, int start)
    {
        string[] names = [.. Names];
        names[names.Length - 1] += suffix;
        return new Access(scope, new(names), start, Path + suffix);
    }
}
