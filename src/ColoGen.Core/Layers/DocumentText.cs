namespace ColoGen.Core.Layers;

/// <summary>What a text may hold so that every document can have it.</summary>
internal static class DocumentText
{
    /// <summary>The position of the first character that a document can't have; -1 where there is none.</summary>
    /// <param name="isPath">Whether it is the path of an image or socket.</param>
    public static int FirstUnsupported(string text, bool isPath)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (Problem(text, at, isPath) is not null) return at;
            if (char.IsSurrogate(text[at])) at++;
        }

        return -1;
    }

    /// <summary>Why a document can't have the character at a position, as COLO0104's message has it; null where it can.</summary>
    /// <inheritdoc cref="FirstUnsupported"/>
    public static string? Problem(string text, int at, bool isPath) => text[at] switch
    {
        '\t' => null,
        '\n' or '\r' => isPath ? "libvirt's schema takes in no path" : null,
        < ' ' => "XML can't carry",
        var character when char.IsSurrogate(character) && !char.IsSurrogatePair(text, at) => "XML can't carry",
        _ => IsNoncharacter(char.ConvertToUtf32(text, at)) ? "QEMU takes in no JSON" : null,
    };

    /// <summary>The position of the first control character, which QEMU's options can't have; -1 where there is none.</summary>
    public static int FirstControl(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] is < ' ' or '\u007F') return at;
        }

        return -1;
    }

    /// <summary>U+FDD0 to U+FDEF, and the last two of each plane.</summary>
    private static bool IsNoncharacter(int character) => character is (>= 0xFDD0 and <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;
}
