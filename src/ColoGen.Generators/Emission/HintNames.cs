using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Generators.Emission;

/// <summary>The names of the generated files, which must differ by more than case and fit a file system.</summary>
internal static class HintNames
{
    /// <summary>
    /// The most bytes of UTF-8 of a file's name, with its extension. Linux takes 255, Windows 255 UTF-16 units, and a path of 260 units has the folders of the
    /// project before it.
    /// </summary>
    public const int MaximumBytes = 120;

    private const string Extension = ".g.cs";

    /// <summary>How many hexadecimal digits of a hash stand for what is cut off.</summary>
    private const int HashLength = 16;

    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Null for a name that two declarations have, which the compiler refuses by itself.</summary>
    public static string? Unique(string name, EquatableArray<string> ambiguous) => ambiguous.Count(other => other == name) switch
    {
        0 => Shortened(name) + Extension,
        1 => Shortened(name + string.Concat(name.Select(Distinction))) + Extension,
        _ => null,
    };

    /// <summary>A short name as it is; the beginning of a long one, and a hash of all of it.</summary>
    private static string Shortened(string name)
    {
        int most = MaximumBytes - Extension.Length;
        if (Encoding.UTF8.GetByteCount(name) <= most) return name;
        using var algorithm = SHA256.Create();
        string hash = string.Concat(algorithm.ComputeHash(Encoding.UTF8.GetBytes(name)).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        int length = Math.Min(name.Length, most);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > most - HashLength - 1) length--;
        if (char.IsHighSurrogate(name[length - 1])) length--;
        return $"{name.Substring(0, length)}-{hash.Substring(0, HashLength)}";
    }

    /// <summary>Which letters are capitals, and what the letters beyond ASCII are, tells names apart that otherwise are one.</summary>
    private static string Distinction(char letter, int at) => letter switch
    {
        >= 'A' and <= 'Z' => "." + at.ToString(CultureInfo.InvariantCulture),
        > '~' => $".{at.ToString(CultureInfo.InvariantCulture)}-{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}",
        _ => "",
    };
}
