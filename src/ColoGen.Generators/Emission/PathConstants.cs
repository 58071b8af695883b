using System.Globalization;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Generators.Emission;

/// <summary>
/// Paths of values as constants of one method. A long one begins with the constant of another, so that the code grows as the chain does and no faster.
/// </summary>
internal sealed class PathConstants
{
    private readonly Dictionary<string, string> _constants = [];
    private readonly List<string> _declarations = [];

    /// <summary>What the method has to begin with.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    public string Expression(EquatableArray<string> names)
    {
        // A path that begins with it means the topology itself.
        if (names is [GeneratedIdentifiers.Topology, _, ..]) names = [GeneratedIdentifiers.Topology, .. names];
        if (names.Count <= AccessPathEmitter.MaxChainLength) return Utf8Literal.Quoted(string.Join(".", names));
        int known = (names.Count - 2) / AccessPathEmitter.ChainStep * AccessPathEmitter.ChainStep;
        return $"{ConstantOf(names, known)} + {Utf8Literal.Quoted(Join(names, known, names.Count))}";
    }

    private string ConstantOf(EquatableArray<string> names, int count)
    {
        string beginning = string.Join(".", names.Take(count));
        if (_constants.TryGetValue(beginning, out string? known)) return known;
        string value = count == AccessPathEmitter.ChainStep
            ? Utf8Literal.Quoted(beginning)
            : $"{ConstantOf(names, count - AccessPathEmitter.ChainStep)} + {Utf8Literal.Quoted(Join(names, count - AccessPathEmitter.ChainStep, count))}";
        string name = "path" + (_constants.Count + 1).ToString(CultureInfo.InvariantCulture);
        _constants.Add(beginning, name);
        _declarations.Add($"const string {name} = {value};");
        return name;
    }

    private static string Join(EquatableArray<string> names, int from, int to) => "." + string.Join(".", names.Skip(from).Take(to - from));
}
