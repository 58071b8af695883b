using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>Text in a JSON string (RFC 8259). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonEscape : IUtf8Escape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Lengths =>
    [
        0, 6, 6, 6, 6, 6, 6, 6, 2, 2, 2, 6, 2, 2, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
        1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    /// <inheritdoc/>
    public static Vector128<byte> Escaped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0, 0, (byte)'"', 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\\', 0, 0, 0);
    }

    /// <inheritdoc/>
    public static byte AlsoEscaped => 0;

    /// <inheritdoc/>
    public static bool IsXml => false;

    static byte[]? IUtf8Escape.Select(EncodedText text) => text.Json;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> EscapeSequence(char character) => character switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => ControlCharacters.Slice(character * 6, 6),
    };

    private static ReadOnlySpan<byte> ControlCharacters =>
        "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\u0009\\u000A\\u000B\\u000C\\u000D\\u000E\\u000F"u8
        + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001A\\u001B\\u001C\\u001D\\u001E\\u001F"u8;
}
