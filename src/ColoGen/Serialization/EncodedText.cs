using System.Runtime.CompilerServices;
using System.Text;

namespace ColoGen.Serialization;

/// <summary>The bytes of a text for each kind of document; null if the document cannot represent the text.</summary>
internal sealed class EncodedText
{
    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public EncodedText(byte[] unescaped, string text)
    {
        Unescaped = unescaped;
        Xml = Encode<XmlEscape>(text);
        Json = Encode<JsonEscape>(text);
        JsonInXml = Encode<JsonInXmlEscape>(text);
        Option = Encode<OptionEscape>(text);
    }

    public byte[] Unescaped { get; }

    public byte[]? Xml { get; }

    public byte[]? Json { get; }

    public byte[]? JsonInXml { get; }

    public byte[]? Option { get; }

    /// <summary>The bytes of a text for a document; null if there is no text, or the document cannot represent it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte[]? Of<TEscape>(Utf8 value)
        where TEscape : IUtf8Escape => value.Encoded is { } encoded ? TEscape.Select(encoded) : null;

    private unsafe byte[]? Encode<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        long count = Utf8Text.ByteCount<TEscape>(text, out int invalid);
        if (invalid >= 0) return null;
        if (count == Unescaped.Length) return Unescaped;
        var encoded = new byte[checked((int)count)];
        fixed (byte* start = encoded)
        {
            Utf8Text.Write<TEscape>(text, start, start + encoded.Length, canOverrun: false);
        }

        return encoded;
    }
}
