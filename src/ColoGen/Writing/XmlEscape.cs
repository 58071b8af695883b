using System.Buffers;
using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>Text in an XML attribute or element. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct XmlEscape : IUtf8Escape
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'\t\n\r");

    /// <inheritdoc/>
    public static int MaxBytesPerChar => 6;

    /// <inheritdoc/>
    public static SearchValues<char> Special => s_special;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Replacement(char special) => special switch
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

    /// <inheritdoc/>
    public static void Validate(string value, string property) => TextRules.ValidateXml(value, property);
}
