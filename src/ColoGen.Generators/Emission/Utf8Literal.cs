using System.Globalization;
using System.Runtime.InteropServices;

namespace ColoGen.Generators.Emission;

/// <summary>Texts as C# literals.</summary>
internal static class Utf8Literal
{
    /// <summary>From here on lines of their own are shorter than quotes that are escaped.</summary>
    private const int ManyQuotes = 8;

    /// <summary>A backslash, u and four digits.</summary>
    private const int LongestEscape = 6;

    /// <summary>A text as UTF-8. Lines of text stand as they are where that is possible, so that the generated file reads like its document.</summary>
    /// <param name="end">What follows it.</param>
    public static SourceWriter AddUtf8(this SourceWriter source, ReadOnlySpan<char> text, string end = "") => (IsReadable(text)
        ? source.Add("\"\"\"\n").Add(text).Add("\n\"\"\"u8")
        : source.AddQuoted(text).Add("u8")).Add(end);

    /// <summary>A text in quotes, everything unusual escaped.</summary>
    public static SourceWriter AddQuoted(this SourceWriter source, ReadOnlySpan<char> text)
    {
        Span<char> destination = source.Add('"').GetSpan(LongestEscape * text.Length);
        int count = 0;
        foreach (char character in text)
        {
            if (NeedsEscape(character)) count += Escape(character, destination.Slice(count));
            else destination[count++] = character;
        }

        return source.Advance(count).Add('"');
    }

    /// <inheritdoc cref="AddQuoted"/>
    public static string Quoted(string text)
    {
        if (!NeedsEscapes(text)) return "\"" + text + "\"";
        var source = new SourceWriter();
        source.AddQuoted(text);
        return source.ToText();
    }

    private static bool NeedsEscapes(string text)
    {
        foreach (char character in text)
        {
            if (NeedsEscape(character)) return true;
        }

        return false;
    }

    private static bool NeedsEscape(char character) => !IsPlain(character) || character is '"' or '\\';

    private static int Escape(char character, Span<char> destination)
    {
        string escaped = character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\0' => "\\0",
            _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
        };
        escaped.AsSpan().CopyTo(destination);
        return escaped.Length;
    }

    private static bool IsReadable(ReadOnlySpan<char> text)
    {
        int line = text.IndexOf('\n');
        return ((line >= 0 && line < text.Length - 1) || HasManyQuotes(text))
            && text.IndexOf("\"\"\"".AsSpan()) < 0
            && IsPlainOrLine(text);
    }

    private static bool HasManyQuotes(ReadOnlySpan<char> text)
    {
        int quotes = 0;
        foreach (char character in text)
        {
            if (character == '"') quotes++;
        }

        return quotes > ManyQuotes;
    }

    private static bool IsPlainOrLine(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ulong> fours = MemoryMarshal.Cast<char, ulong>(text);
        for (int at = 0; at < fours.Length; at++)
        {
            if (!IsPrintable(fours[at]) && !EachIsPlainOrLine(text.Slice(4 * at, 4))) return false;
        }

        return EachIsPlainOrLine(text.Slice(4 * fours.Length));
    }

    private static bool EachIsPlainOrLine(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (character != '\n' && !IsPlain(character)) return false;
        }

        return true;
    }

    /// <summary>Whether four characters are all from space to tilde.</summary>
    private static bool IsPrintable(ulong four)
    {
        const ulong one = 0x0001_0001_0001_0001;
        ulong beyondTilde = (four & (0xFF80 * one)) | ((four + one) & (0x80 * one));
        ulong fromSpace = ((four | (0x80 * one)) - (0x20 * one)) & (0x80 * one);
        return beyondTilde == 0 && fromSpace == 0x80 * one;
    }

    /// <summary>Letters and signs that no editor, encoding or reader takes for anything else.</summary>
    private static bool IsPlain(char character) => character is >= ' ' and <= '~' or '…';
}
