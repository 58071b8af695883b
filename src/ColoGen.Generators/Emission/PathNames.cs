using System.Globalization;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Generators.Emission;

/// <summary>Paths of values as constants of one method. A long one begins with the constant of another, so that chains are no longer than their layers.</summary>
internal sealed class PathNames
{
    private readonly Dictionary<string, string> _names = [];
    private readonly List<string> _declarations = [];

    /// <summary>What the method has to begin with.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    public string Expression(EquatableArray<string> names)
    {
        // A path that begins with it means the topology itself.
        if (names is [Names.Topology, _, ..]) names = [Names.Topology, .. names];
        if (names.Count <= Names.LongestWay) return Utf8Literal.Quoted(string.Join(".", names));
        int known = (names.Count - 2) / Names.Step * Names.Step;
        return $"{Name(names, known)} + {Utf8Literal.Quoted(Join(names, known, names.Count))}";
    }

    private string Name(EquatableArray<string> names, int count)
    {
        string beginning = string.Join(".", names.Take(count));
        if (_names.TryGetValue(beginning, out string? known)) return known;
        string value = count == Names.Step
            ? Utf8Literal.Quoted(beginning)
            : $"{Name(names, count - Names.Step)} + {Utf8Literal.Quoted(Join(names, count - Names.Step, count))}";
        string name = "path" + (_names.Count + 1).ToString(CultureInfo.InvariantCulture);
        _names.Add(beginning, name);
        _declarations.Add($"const string {name} = {value};");
        return name;
    }

    private static string Join(EquatableArray<string> names, int from, int to) => "." + string.Join(".", names.Skip(from).Take(to - from));
}
