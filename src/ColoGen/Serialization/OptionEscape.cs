using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>
/// Text in QEMU's options <c>key=value,key=value</c>, in which a comma is doubled. It has no control character: a console of HMP takes a line break for
/// the end of the command, and others for keys. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OptionEscape : IUtf8Escape
{
    private const byte Delete = 0x7F;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Lengths =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0,
    ];

    /// <inheritdoc/>
    public static Vector128<byte> Escaped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)',', 0, 0, Delete);
    }

    /// <inheritdoc/>
    public static byte AlsoEscaped => 0;

    /// <inheritdoc/>
    public static bool IsXml => false;

    static byte[]? IUtf8Escape.Select(EncodedText text) => text.Option;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> EscapeSequence(char character) => ",,"u8;
}
