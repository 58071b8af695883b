using System.Text;

namespace ColoGen.Writing;

/// <summary>Checks every value of a document and adds up exactly its bytes.</summary>
internal struct Utf8Count : IUtf8Sink
{
    private long _bytes;

    public readonly long ByteCount => _bytes;

    public void Literal(ReadOnlySpan<byte> utf8) => _bytes += utf8.Length;

    public void Xml(string? value, string property) => _bytes += Utf8Text.Count<XmlEscape>(value, property);

    public void Json(string? value, string property) => _bytes += Utf8Text.Count<JsonEscape>(value, property);

    public void JsonInXml(string? value, string property) => _bytes += Utf8Text.Count<JsonInXmlEscape>(value, property);

    public void Option(string? value, string property) => _bytes += Utf8Text.Count<OptionEscape>(value, property);

    public void Xml(Utf8 value, string property) => Form<XmlEscape>(value, value.Forms?.Xml, property);

    public void Json(Utf8 value, string property) => Form<JsonEscape>(value, value.Forms?.Json, property);

    public void JsonInXml(Utf8 value, string property) => Form<JsonInXmlEscape>(value, value.Forms?.JsonInXml, property);

    public void Option(Utf8 value, string property) => Form<OptionEscape>(value, value.Forms?.Option, property);

    public void Number(long value) => _bytes += Digits.Count(value);

    public void Number(long value, long minimum, long maximum, string property)
    {
        if (value < minimum || value > maximum)
        {
            string path = PropertyPath.Of(property);
            throw new ArgumentOutOfRangeException(path, value, $"'{path}' must be {minimum} to {maximum}.");
        }

        Number(value);
    }

    private void Form<TEscape>(Utf8 value, byte[]? form, string property)
        where TEscape : IUtf8Escape
    {
        if (value.Forms is null) Utf8Text.ThrowNull(property);

        // A text without a form is refused, which the look at it puts into words.
        _bytes += form?.Length ?? Utf8Text.Count<TEscape>(value.ToString(), property);
    }
}
