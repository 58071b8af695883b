using System.Globalization;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Templates;

/// <summary>Escapes constants; what is known only at run time is escaped in the same way by the runtime library.</summary>
internal static class Escaping
{
    public static string Apply(Escape escape, string text)
    {
        var literal = new CharBuffer();
        Add(literal, escape, text);
        string escaped = literal.ToStringAndClear();
        literal.Return();
        return escaped;
    }

    public static void Add(CharBuffer literal, Escape escape, string text)
    {
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (Replacement(escape, text[at]) is not { } replacement) continue;
            literal.Add(text.AsSpan(start, at - start));
            literal.Add(replacement);
            start = at + 1;
        }

        literal.Add(text.AsSpan(start));
    }

    private static string? Replacement(Escape escape, char character) => escape switch
    {
        Escape.Xml => Xml(character),
        Escape.Json => Json(character),
        Escape.JsonInXml => character is '&' or '<' or '>' or '\'' ? Xml(character) : Json(character),
        _ => character == ',' ? ",," : null,
    };

    private static string? Xml(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&apos;",
        '\t' => "&#9;",
        '\n' => "&#10;",
        '\r' => "&#13;",
        _ => null,
    };

    private static string? Json(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        < ' ' => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
