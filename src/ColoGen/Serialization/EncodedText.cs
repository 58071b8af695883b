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

    /// <summary>The type of the check that last accepted the text.</summary>
    private Type? _acceptedBy;

    public byte[] Unescaped { get; }

    public byte[]? Xml { get; }

    public byte[]? Json { get; }

    public byte[]? JsonInXml { get; }

    public byte[]? Option { get; }

    /// <summary>The bytes of a text for a document; null if there is no text, or the document cannot represent it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte[]? Of<TEscape>(Utf8 value)
        where TEscape : IUtf8Escape => value.Encoded is { } encoded ? TEscape.Select(encoded) : null;

    /// <summary>Whether the check has accepted the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAcceptedBy<TCheck>()
        where TCheck : ITextCheck => _acceptedBy == typeof(TCheck);

    /// <summary>Checks the text, unless the check accepted it before.</summary>
    /// <exception cref="ArgumentException">A rule reports an error.</exception>
    public void Accept<TCheck>(string property)
        where TCheck : ITextCheck
    {
        if (IsAcceptedBy<TCheck>()) return;
        TCheck.Check(Encoding.GetString(Unescaped), PropertyPath.Of(property));
        _acceptedBy = typeof(TCheck);
    }

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
