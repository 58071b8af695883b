using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ColoGen.Writing;

/// <summary>Which characters a document can carry at all.</summary>
internal static class TextRules
{
    /// <summary>What XML 1.0 calls Char, in whole surrogate pairs.</summary>
    public static void ValidateXml(string value, string property)
    {
        ReadOnlySpan<char> rest = value;
        for (int at; (at = rest.IndexOfAnyInRange('\0', '\u001F')) >= 0; rest = rest[(at + 1)..])
        {
            if (rest[at] is not ('\t' or '\n' or '\r')) Refuse(rest[at], property, "XML 1.0 can't carry it");
        }

        int noncharacter = value.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF');
        if (noncharacter >= 0) Refuse(value[noncharacter], property, "XML 1.0 can't carry it");
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
        for (int at; (at = value.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; value = value[(at + 2)..])
        {
            if (at + 1 == value.Length || !char.IsSurrogatePair(value[at], value[at + 1]))
            {
                Refuse(value[at], property, "half of a surrogate pair has no UTF-8");
            }
        }
    }

    [DoesNotReturn]
    private static void Refuse(char character, string property, string reason) =>
        throw new ArgumentException(
            $"'{property}' has the character U+{((int)character).ToString("X4", CultureInfo.InvariantCulture)}: {reason}.", property);
}
