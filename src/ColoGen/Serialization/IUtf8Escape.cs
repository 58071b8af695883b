using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>The escaping of texts in one kind of document. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Escape
{
    /// <summary>The number of bytes of each ASCII character: 1 if it is not escaped, 0 if the document cannot represent it.</summary>
    static abstract ReadOnlySpan<byte> Lengths { get; }

    /// <summary>
    /// The characters from U+0020 on that are escaped or that the document cannot represent, each at the index of its low four bits; 0 at the other indexes.
    /// </summary>
    static abstract Vector128<byte> Escaped { get; }

    /// <summary>An escaped character whose index in <see cref="Escaped"/> is already used, or 0.</summary>
    static abstract byte AlsoEscaped { get; }

    /// <summary>Whether the document is XML, which cannot represent U+FFFE and U+FFFF.</summary>
    static abstract bool IsXml { get; }

    /// <summary>The bytes of an encoded text with the document's escapes, or null if the document cannot represent it.</summary>
    internal static abstract byte[]? Select(EncodedText text);

    /// <summary>The escape sequence of a character.</summary>
    static abstract ReadOnlySpan<byte> EscapeSequence(char character);
}
