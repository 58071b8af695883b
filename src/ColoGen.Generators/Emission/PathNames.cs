using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Model;

namespace ColoGen.Generators.Emission;

/// <summary>Paths of values as constants of one method. A long one begins with the constant of another, so that chains are no longer than their layers.</summary>
internal sealed class PathNames
{
    private readonly Dictionary<string, string> _names = [];
    private readonly List<string> _declarations = [];

    /// <summary>What the method has to begin with.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    public string Expression(string path)
    {
        if (path.StartsWith($"{Names.Topology}.", StringComparison.Ordinal)) path = $"{Names.Topology}.{path}";
        int[] dots = Ways.Dots(path);
        if (dots.Length < Names.LongestWay) return Utf8Literal.Quoted(path);
        int known = (dots.Length - 1) / Names.Step * Names.Step;
        return $"{Name(path, dots, known)} + {Utf8Literal.Quoted(path.Substring(dots[known - 1]))}";
    }

    private string Name(string path, int[] dots, int count)
    {
        string beginning = path.Substring(0, dots[count - 1]);
        if (_names.TryGetValue(beginning, out string? known)) return known;
        string value = count == Names.Step
            ? Utf8Literal.Quoted(beginning)
            : $"{Name(path, dots, count - Names.Step)} + {Utf8Literal.Quoted(beginning.Substring(dots[count - Names.Step - 1]))}";
        string name = "path" + (_names.Count + 1).ToString(CultureInfo.InvariantCulture);
        _names.Add(beginning, name);
        _declarations.Add($"const string {name} = {value};");
        return name;
    }
}
