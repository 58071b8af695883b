using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>Text in QEMU's options <c>key=value,key=value</c>, in which a comma is doubled. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OptionEscape : IUtf8Escape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Lengths =>
    [
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    /// <inheritdoc/>
    public static Vector128<byte> Escaped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)',', 0, 0, 0);
    }

    /// <inheritdoc/>
    public static byte AlsoEscaped => 0;

    /// <inheritdoc/>
    public static bool IsXml => false;

    static byte[]? IUtf8Escape.Select(EncodedText text) => text.Option;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> EscapeSequence(char character) => ",,"u8;
}
