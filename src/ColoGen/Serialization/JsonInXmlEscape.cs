using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>Text in a JSON string in an XML attribute in apostrophes, such as libvirt's <c>&lt;qemu:arg value&gt;</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonInXmlEscape : IUtf8Escape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Lengths =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 2, 1, 1, 1, 5, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 4, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    /// <inheritdoc/>
    public static Vector128<byte> Escaped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0, 0, (byte)'"', 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, (byte)'<', 0, (byte)'>', 0);
    }

    /// <inheritdoc/>
    public static byte AlsoEscaped => (byte)'\\';

    /// <inheritdoc/>
    public static bool IsXml => true;

    static byte[]? IUtf8Escape.Select(EncodedText text) => text.JsonInXml;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> EscapeSequence(char character) => character switch
    {
        '&' or '<' or '>' or '\'' => XmlEscape.EscapeSequence(character),
        _ => JsonEscape.EscapeSequence(character),
    };
}
