using System.Collections.Immutable;
using System.Globalization;
using ColoGen.Generators.Infrastructure;

namespace ColoGen.Generators.Emission;

/// <summary>The names of the generated files, which must differ by more than case.</summary>
internal static class HintNames
{
    public static EquatableArray<string> Ambiguous(ImmutableArray<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    public static string Unique(string name, EquatableArray<string> ambiguous)
    {
        if (!ambiguous.Contains(name)) return name + ".g.cs";

        // Which letters are capitals tells names apart that otherwise are one.
        string capitals = string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? "." + at.ToString(CultureInfo.InvariantCulture) : ""));
        return $"{name}{capitals}.g.cs";
    }
}
