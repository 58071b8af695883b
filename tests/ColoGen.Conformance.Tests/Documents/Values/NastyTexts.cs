using CsCheck;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>Texts that careless code gets wrong.</summary>
internal static class NastyTexts
{
    /// <summary>Every document can carry these.</summary>
    public static IReadOnlyList<string> Everywhere { get; } =
    [
        "",
        " ",
        "  leading and trailing  ",
        "& < > \" ' , = \\",
        "&amp;&#10;&lt;![CDATA[x]]>",
        "]]>",
        "<!-- -->",
        "a,b,,c,,,d,",
        ",if=none,id=vdz",
        "key=value",
        "'apostrophes' and \"quotes\"",
        "back\\slash\\n \\u0041 \\",
        "{\"json\":[1,2]}",
        "$(touch x) `touch y` ${HOME} %s {0}",
        "磁盘/ディスク/디스크",
        "💾👩‍💻🏴‍☠️",
        "e\u0301 \u200B\u202Eright to left\u202C \uFEFF \u00A0\u0085\u2028\u2029",
        "\uFFFD\uD7FF\uE000\U0010FFFD",
        new string('x', 4000),
        string.Concat(Enumerable.Repeat("<'\"&\\,💾", 500)),
    ];

    /// <summary>Control characters that only options can't say.</summary>
    public static IReadOnlyList<string> NotInOptions { get; } =
        ["\t", "\t tabs\tand\nlines\r\nand\rreturns\n", "/x\nquit\n", "\r", "\u007F", "/images/" + new string('x', 100) + ",\u007F"];

    /// <summary>Control characters, which JSON can say and XML can't, and noncharacters. Options have only the latter.</summary>
    public static IReadOnlyList<string> NotInXml { get; } =
        ["\u0001", "a\u0008b", "\u000B\u000C", "\u001B[0m", "\u001F", "a\uFFFEb", "\uFFFF"];

    /// <summary>No document can carry these.</summary>
    public static IReadOnlyList<string> Nowhere { get; } =
        ["\0", "end\0", "\uD800", "a\uDBFFb", "\uDC00", "\uDFFF end", "\uDC00\uD800", "💾\uD83D"];

    /// <summary>Whole characters of every kind that every document can carry, the special ones often.</summary>
    public static Gen<string> Gen { get; } = CsCheck.Gen.Frequency(
            (4, CsCheck.Gen.OneOf("&<>\"',=\\ {}[]/;:%$`#".ToCharArray()).Select(character => character.ToString())),
            (4, CsCheck.Gen.Char[' ', '~'].Select(character => character.ToString())),
            (2, CsCheck.Gen.Char['\u0080', '\uD7FF'].Select(character => character.ToString())),
            (1, CsCheck.Gen.Char['\uE000', '\uFDCF'].Select(character => character.ToString())),
            (2, CsCheck.Gen.Int[0x10000, 0x10FFFD].Where(character => (character & 0xFFFE) != 0xFFFE).Select(char.ConvertFromUtf32)))
        .Array[0, 40].Select(string.Concat);
}
