using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ColoGen.Writing;

/// <summary>Which characters a document can carry at all.</summary>
internal static class TextRules
{
    // Sets, not IndexOfAnyInRange: that one boxes its bounds until the JIT has optimised it.
    private static readonly SearchValues<char> s_xmlControls = SearchValues.Create([.. Characters(0, 0x1F).Except("\t\n\r")]);
    private static readonly SearchValues<char> s_surrogates = SearchValues.Create([.. Characters(0xD800, 0xDFFF)]);

    /// <summary>What XML 1.0 calls Char, in whole surrogate pairs.</summary>
    public static void ValidateXml(string value, string property)
    {
        int refused = value.AsSpan().IndexOfAny(s_xmlControls);
        if (refused < 0) refused = value.AsSpan().IndexOfAny('\uFFFE', '\uFFFF');
        if (refused >= 0) Refuse(value[refused], property, "XML 1.0 can't carry it");
        ValidateSurrogates(value, property);
    }

    /// <summary>Whole surrogate pairs and no NUL, which would end the text inside QEMU.</summary>
    public static void ValidateArgument(string value, string property)
    {
        if (value.Contains('\0')) Refuse('\0', property, "it would end the text inside QEMU");
        ValidateSurrogates(value, property);
    }

    private static void ValidateSurrogates(ReadOnlySpan<char> value, string property)
    {
        for (int at; (at = value.IndexOfAny(s_surrogates)) >= 0; value = value[(at + 2)..])
        {
            if (at + 1 == value.Length || !char.IsSurrogatePair(value[at], value[at + 1]))
            {
                Refuse(value[at], property, "half of a surrogate pair has no UTF-8");
            }
        }
    }

    private static IEnumerable<char> Characters(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    [DoesNotReturn]
    private static void Refuse(char character, string property, string reason)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentException(
            $"'{path}' has the character U+{((int)character).ToString("X4", CultureInfo.InvariantCulture)}: {reason}.", path);
    }
}
