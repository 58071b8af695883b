using System.Globalization;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Generators.Emission;

/// <summary>The names of the generated files, which must differ by more than case.</summary>
internal static class HintNames
{
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Null for a name that two declarations have, which the compiler refuses by itself.</summary>
    public static string? Unique(string name, EquatableArray<string> ambiguous) => ambiguous.Count(other => other == name) switch
    {
        0 => name + ".g.cs",
        1 => name + string.Concat(name.Select(Distinction)) + ".g.cs",
        _ => null,
    };

    /// <summary>Which letters are capitals, and what the letters beyond ASCII are, tells names apart that otherwise are one.</summary>
    private static string Distinction(char letter, int at) => letter switch
    {
        >= 'A' and <= 'Z' => "." + at.ToString(CultureInfo.InvariantCulture),
        > '~' => $".{at.ToString(CultureInfo.InvariantCulture)}-{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}",
        _ => "",
    };
}
