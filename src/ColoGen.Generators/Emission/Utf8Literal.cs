using System.Globalization;

namespace ColoGen.Generators.Emission;

/// <summary>Texts as C# literals.</summary>
internal static class Utf8Literal
{
    /// <summary>From here on lines of their own are shorter than quotes that are escaped.</summary>
    private const int ManyQuotes = 8;

    /// <summary>A text as UTF-8. Lines of text stand as they are where that is possible, so that the generated file reads like its document.</summary>
    public static SourceWriter AddUtf8(this SourceWriter source, string text) => IsReadable(text)
        ? source.Add("\"\"\"\n").Add(text).Add("\n\"\"\"u8")
        : source.AddQuoted(text).Add("u8");

    /// <summary>A text in quotes, everything unusual escaped.</summary>
    public static SourceWriter AddQuoted(this SourceWriter source, string text)
    {
        source.Add('"');
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char character = text[at];
            if (IsPlain(character) && character is not ('"' or '\\')) continue;
            source.Add(text, start, at - start).Add(Escaped(character));
            start = at + 1;
        }

        return source.Add(text, start, text.Length - start).Add('"');
    }

    /// <inheritdoc cref="AddQuoted"/>
    public static string Quoted(string text)
    {
        var source = new SourceWriter();
        source.AddQuoted(text);
        return source.ToText();
    }

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\0' => "\\0",
        _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
    };

    private static bool IsReadable(string text)
    {
        if (text.IndexOf("\"\"\"", StringComparison.Ordinal) >= 0) return false;
        int line = text.IndexOf('\n');
        int quotes = 0;
        foreach (char character in text)
        {
            if (character != '\n' && !IsPlain(character)) return false;
            if (character == '"') quotes++;
        }

        return (line >= 0 && line < text.Length - 1) || quotes > ManyQuotes;
    }

    /// <summary>Letters and signs that no editor, encoding or reader takes for anything else.</summary>
    private static bool IsPlain(char character) => character is >= ' ' and <= '~' or '…';
}
