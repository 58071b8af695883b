namespace ColoGen.Serialization;

/// <summary>Counts the exact number of bytes of a document without writing it. Throws for values that the document cannot represent.</summary>
internal struct CountSink : IUtf8Sink
{
    private long _bytes;

    public readonly long ByteCount => _bytes;

    public readonly string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        Utf8Text.MaxByteCount<TEscape>(value, property);
        return value;
    }

    public readonly string? Read<TEscape, TCheck>(string? value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        Utf8Text.MaxByteCount<TEscape, TCheck>(value, property);
        return value;
    }

    public readonly byte[]? Read<TEscape, TCheck>(Utf8 value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        byte[] encoded = Utf8Text.Encoded<TEscape>(value, property);
        value.Encoded!.Accept<TCheck>(property);
        return encoded;
    }

    public readonly byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape => Utf8Text.Encoded<TEscape>(value, property);

    public readonly long Read(long value, long minimum, long maximum, string property) => Utf8Text.InRange(value, minimum, maximum, property);

    public readonly void Add(int bytes)
    {
    }

    public readonly bool Fits(int bytes, int end) => true;

    public void Write(ReadOnlySpan<byte> utf8) => _bytes += utf8.Length;

    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape => _bytes += before.Length + (value is null ? 0 : Utf8Text.ByteCount<TEscape>(value, out _));

    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape => _bytes += before.Length + (value?.Length ?? 0);

    public void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape => Write<TEscape>(before, EncodedText.Of<TEscape>(value));

    public void Write(ReadOnlySpan<byte> before, long value) => _bytes += before.Length + Utf8Number.Count(value);
}
