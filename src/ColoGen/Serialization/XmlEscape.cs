using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>Text in an XML attribute or element. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct XmlEscape : IUtf8Escape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Lengths =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 5, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 6, 1, 1, 1, 5, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 4, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    /// <inheritdoc/>
    public static Vector128<byte> Escaped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0, 0, (byte)'"', 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, (byte)'<', 0, (byte)'>', 0);
    }

    /// <inheritdoc/>
    public static byte AlsoEscaped => 0;

    /// <inheritdoc/>
    public static bool IsXml => true;

    static byte[]? IUtf8Escape.Select(EncodedText text) => text.Xml;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> EscapeSequence(char character) => character switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\'' => "&apos;"u8,
        '\t' => "&#9;"u8,
        '\n' => "&#10;"u8,
        _ => "&#13;"u8,
    };
}
