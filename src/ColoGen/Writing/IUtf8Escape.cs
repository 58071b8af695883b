using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace ColoGen.Writing;

/// <summary>How one kind of document carries a text. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Escape
{
    /// <summary>How many bytes each character of ASCII takes: 1 where it stands for itself, 0 where it is refused.</summary>
    static abstract ReadOnlySpan<byte> Lengths { get; }

    /// <summary>The characters from U+0020 on that are replaced, each at the number of its last four bits; otherwise 0.</summary>
    static abstract Vector128<byte> Replaced { get; }

    /// <summary>One more such character, whose place in <see cref="Replaced"/> is taken; otherwise 0.</summary>
    static abstract byte AlsoReplaced { get; }

    /// <summary>Whether the document is XML, which has no U+FFFE and no U+FFFF.</summary>
    static abstract bool IsXml { get; }

    /// <summary>A text that was encoded before, as the document has it; null where it refuses it.</summary>
    internal static abstract byte[]? Form(Utf8Forms forms);

    /// <summary>What stands for a character that is replaced.</summary>
    static abstract ReadOnlySpan<byte> Replacement(char character);
}
