using System.Buffers;
using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>Text in a JSON string inside an XML attribute between apostrophes, as libvirt's <c>&lt;qemu:arg value&gt;</c> has it. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonInXmlEscape : IUtf8Escape
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(JsonEscape.SpecialCharacters + "&<>'");

    /// <inheritdoc/>
    public static int MaxBytesPerChar => 6;

    /// <inheritdoc/>
    public static SearchValues<char> Special => s_special;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Replacement(char special) => special switch
    {
        '&' or '<' or '>' or '\'' => XmlEscape.Replacement(special),
        _ => JsonEscape.Replacement(special),
    };

    /// <inheritdoc/>
    public static void Validate(string value, string property) => TextRules.ValidateXml(value, property);
}
