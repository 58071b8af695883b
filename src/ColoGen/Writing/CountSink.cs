namespace ColoGen.Writing;

/// <summary>Counts exactly the bytes of a document that it does not write, and refuses by name what the document can't carry.</summary>
internal struct CountSink : IUtf8Sink
{
    private long _bytes;

    public readonly long ByteCount => _bytes;

    public readonly string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        Utf8Text.Bound<TEscape>(value, property);
        return value;
    }

    public readonly byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape => Utf8Text.Form<TEscape>(value, property);

    public readonly long Read(long value, long minimum, long maximum, string property) => Utf8Text.InRange(value, minimum, maximum, property);

    public readonly void Add(int bytes)
    {
    }

    public readonly bool Begin(int bytes, int end) => true;

    public void Literal(ReadOnlySpan<byte> utf8) => _bytes += utf8.Length;

    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape => _bytes += before.Length + (value is null ? 0 : Utf8Text.TryCount<TEscape>(value, out _));

    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape => _bytes += before.Length + (value?.Length ?? 0);

    public void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape => Write<TEscape>(before, Utf8Forms.Of<TEscape>(value));

    public void Write(ReadOnlySpan<byte> before, long value) => _bytes += before.Length + Digits.Count(value);
}
