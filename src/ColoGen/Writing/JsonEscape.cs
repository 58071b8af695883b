using System.Buffers;
using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>Text in a JSON string (RFC 8259). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonEscape : IUtf8Escape
{
    internal const string SpecialCharacters =
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> s_special = SearchValues.Create(SpecialCharacters);

    /// <inheritdoc/>
    public static int MaxBytesPerChar => 6;

    /// <inheritdoc/>
    public static SearchValues<char> Special => s_special;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Replacement(char special) => special switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => ControlCharacters.Slice(special * 6, 6),
    };

    /// <inheritdoc/>
    public static void Validate(string value, string property) => TextRules.ValidateArgument(value, property);

    private static ReadOnlySpan<byte> ControlCharacters =>
        "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\u0009\\u000A\\u000B\\u000C\\u000D\\u000E\\u000F"u8
        + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001A\\u001B\\u001C\\u001D\\u001E\\u001F"u8;
}
