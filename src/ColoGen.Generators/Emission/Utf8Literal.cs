using System.Globalization;
using System.Text;

namespace ColoGen.Generators.Emission;

/// <summary>Texts as C# literals of UTF-8.</summary>
internal static class Utf8Literal
{
    /// <summary>Lines of text as they are where that is possible, so that the generated file reads like its document.</summary>
    public static string Of(string text) => IsReadable(text) ? Raw(text) : Quoted(text) + "u8";

    /// <summary>A text in quotes, everything unusual escaped.</summary>
    public static string Quoted(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\0' => "\\0",
                _ when IsPlain(character) => character.ToString(),
                _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return literal.Append('"').ToString();
    }

    private static bool IsReadable(string text) =>
        text.IndexOf("\"\"\"", StringComparison.Ordinal) < 0
        && text.IndexOf('\n') is >= 0 and var line && line < text.Length - 1
        && text.All(character => character == '\n' || IsPlain(character));

    /// <summary>Letters and signs that no editor, encoding or reader takes for anything else.</summary>
    private static bool IsPlain(char character) => character is >= ' ' and <= '~' or '…';

    private static string Raw(string text) => $"\"\"\"\n{text}\n\"\"\"u8";
}
