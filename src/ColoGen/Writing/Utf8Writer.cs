using System.Diagnostics.CodeAnalysis;

namespace ColoGen.Writing;

/// <summary>
/// Writes a document whose values <see cref="Utf8Count"/> has checked into pinned memory. A value that changed since is noticed, never written past the end.
/// </summary>
internal unsafe struct Utf8Writer(byte* destination, int length) : IUtf8Sink
{
    private byte* _next = destination;
    private readonly byte* _end = destination + length;

    /// <summary>Where the document ends.</summary>
    public readonly byte* Next => _next;

    public void Literal(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.TryCopyTo(new Span<byte>(_next, (int)(_end - _next)))) ThrowChanged();
        _next += utf8.Length;
    }

    public void Xml(string? value, string property) => _next = Utf8Text.Write<XmlEscape>(value!, _next, _end);

    public void Json(string? value, string property) => _next = Utf8Text.Write<JsonEscape>(value!, _next, _end);

    public void JsonInXml(string? value, string property) => _next = Utf8Text.Write<JsonInXmlEscape>(value!, _next, _end);

    public void Option(string? value, string property) => _next = Utf8Text.Write<OptionEscape>(value!, _next, _end);

    public void Xml(Utf8 value, string property) => Literal(value.Forms!.Xml);

    public void Json(Utf8 value, string property) => Literal(value.Forms!.Json);

    public void JsonInXml(Utf8 value, string property) => Literal(value.Forms!.JsonInXml);

    public void Option(Utf8 value, string property) => Literal(value.Forms!.Option);

    public void Number(long value)
    {
        byte* digits = stackalloc byte[Digits.MaxLength];
        Literal(new ReadOnlySpan<byte>(digits, (int)(Digits.Write(value, digits) - digits)));
    }

    public void Number(long value, long minimum, long maximum, string property) => Number(value);

    [DoesNotReturn]
    public static void ThrowChanged() =>
        throw new InvalidOperationException("A value of the topology changed while the document was written.");
}
