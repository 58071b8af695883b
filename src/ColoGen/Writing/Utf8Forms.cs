using System.Runtime.CompilerServices;
using System.Text;

namespace ColoGen.Writing;

/// <summary>A text as each kind of document has it; null where the document refuses it.</summary>
internal sealed class Utf8Forms
{
    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Utf8Forms(byte[] plain, string text)
    {
        Plain = plain;
        Xml = Form<XmlEscape>(text);
        Json = Form<JsonEscape>(text);
        JsonInXml = Form<JsonInXmlEscape>(text);
        Option = Form<OptionEscape>(text);
    }

    public byte[] Plain { get; }

    public byte[]? Xml { get; }

    public byte[]? Json { get; }

    public byte[]? JsonInXml { get; }

    public byte[]? Option { get; }

    /// <summary>A text as a document has it; null where there is none, or the document refuses it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte[]? Of<TEscape>(Utf8 value)
        where TEscape : IUtf8Escape => value.Forms is { } forms ? TEscape.Form(forms) : null;

    private unsafe byte[]? Form<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        long count = Utf8Text.TryCount<TEscape>(text, out int refused);
        if (refused >= 0) return null;
        if (count == Plain.Length) return Plain;
        var form = new byte[checked((int)count)];
        fixed (byte* start = form)
        {
            Utf8Text.Write<TEscape>(text, start, start + form.Length, isFollowed: false);
        }

        return form;
    }
}
