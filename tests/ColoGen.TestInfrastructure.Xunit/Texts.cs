using CsCheck;

namespace ColoGen.TestInfrastructure;

/// <summary>Values such as nobody should use, and somebody does.</summary>
public static class Texts
{
    private static readonly Gen<string> s_piece = Gen.OneOf(
        Gen.Char["&<>\"'"].Select(character => character.ToString()),
        Gen.Char[",=\\"].Select(character => character.ToString()),
        Gen.Char[" \t\r\n"].Select(character => character.ToString()),
        Gen.Char[' ', '~'].Select(character => character.ToString()),
        Gen.Char['\u007F', '\u07FF'].Select(character => character.ToString()),
        Gen.Char['\u4E00', '\u9FFF'].Select(character => character.ToString()),
        Gen.Char['\uE000', '\uFFFD'].Select(character => character.ToString()),
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32),
        Gen.OneOf("磁盘", "👩‍👩‍👧", "e\u0301", "\u2028\u2029", "\u200B", "]]>", "<!--", "&amp;", "\\u0000", ",,", "}{"));

    /// <summary>What every document carries.</summary>
    public static readonly Gen<string> ForXml = s_piece.Array[0, 40].Select(string.Concat);

    /// <summary>What JSON carries.</summary>
    public static readonly Gen<string> ForJson = Gen
        .OneOf(s_piece, Gen.Char['\u0001', '\u001F'].Select(character => character.ToString()), Gen.OneOf("\uFFFE", "\uFFFF"))
        .Array[0, 40].Select(string.Concat);

    /// <summary>What options carry: no control characters.</summary>
    public static readonly Gen<string> ForOptions =
        ForJson.Select(text => string.Concat(text.Where(character => character is >= ' ' and not '\u007F')));
}
