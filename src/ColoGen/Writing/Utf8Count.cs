using System.Buffers.Text;

namespace ColoGen.Writing;

/// <summary>Adds up exactly the bytes of a document whose values are checked.</summary>
internal struct Utf8Count : IUtf8Sink
{
    private long _bytes;

    public readonly long ByteCount => _bytes;

    public void Literal(ReadOnlySpan<byte> utf8) => _bytes += utf8.Length;

    public void Xml(string? value, string property) => Text<XmlEscape>(value, property);

    public void Json(string? value, string property) => Text<JsonEscape>(value, property);

    public void JsonInXml(string? value, string property) => Text<JsonInXmlEscape>(value, property);

    public void Option(string? value, string property) => Text<OptionEscape>(value, property);

    private void Text<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape => _bytes += Utf8Text.Count<TEscape>(value);

    public void Number(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out int written);
        _bytes += written;
    }

    public void Number(long value, long minimum, long maximum, string property) => Number(value);
}
