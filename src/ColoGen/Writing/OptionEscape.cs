using System.Buffers;
using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>A value among QEMU's <c>key=value,key=value</c> options, where a comma is doubled. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OptionEscape : IUtf8Escape
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(",");

    /// <inheritdoc/>
    public static int MaxBytesPerChar => 3;

    /// <inheritdoc/>
    public static SearchValues<char> Special => s_special;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Replacement(char special) => ",,"u8;

    /// <inheritdoc/>
    public static void Validate(string value, string property) => TextRules.ValidateArgument(value, property);
}
