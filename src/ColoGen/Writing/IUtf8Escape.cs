using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace ColoGen.Writing;

/// <summary>How one kind of document represents a text. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Escape
{
    /// <summary>The number of bytes of each ASCII character: 1 if it is not escaped, 0 if the document cannot represent it.</summary>
    static abstract ReadOnlySpan<byte> Lengths { get; }

    /// <summary>The characters from U+0020 on that are escaped, each at the index of its low four bits; 0 at the other indexes.</summary>
    static abstract Vector128<byte> Replaced { get; }

    /// <summary>An escaped character whose index in <see cref="Replaced"/> is already used, or 0.</summary>
    static abstract byte AlsoReplaced { get; }

    /// <summary>Whether the document is XML, which cannot represent U+FFFE and U+FFFF.</summary>
    static abstract bool IsXml { get; }

    /// <summary>The bytes of an encoded text with the document's escapes, or null if the document cannot represent it.</summary>
    internal static abstract byte[]? Form(Utf8Forms forms);

    /// <summary>The escape of a character.</summary>
    static abstract ReadOnlySpan<byte> Replacement(char character);
}
