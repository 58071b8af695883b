using System.Runtime.CompilerServices;

namespace ColoGen.Serialization;

/// <summary>
/// Writes a document into pinned memory if all of its texts are plain (see <see cref="AsciiText"/>), as in nearly every document. Writes nothing if a text is
/// not plain or a value is invalid.
/// </summary>
/// <remarks>The values that were read are the values that are written, so the writes check nothing.</remarks>
internal unsafe struct PlainSink(byte* destination, int length) : IUtf8Sink
{
    /// <summary>Subtracted, besides its bytes, for a text that is not plain. Larger than any document.</summary>
    private const long NotPlainLength = 1L << 40;

    /// <summary>The remaining length after a value that is invalid or cannot be measured. Far below anything else.</summary>
    private const long Invalid = long.MinValue / 2;

    // Two words, so that the sink is passed in registers.
    private byte* _next = destination;
    private long _remaining = length;

    /// <summary>The maximum number of bytes of a document that was not written; negative if the values have to be read by another sink.</summary>
    public static long MaxByteCountOf(long written, int length) => written < Invalid / 2 ? -1 : (length - written) % NotPlainLength;

    /// <summary>The number of bytes written; negative if nothing was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly long BytesWrittenSince(byte* start) => _remaining >= 0 ? _next - start : _remaining;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (value is not null && AsciiText.IsPlain<TEscape>(value)) _remaining -= value.Length;
        else _remaining = Subtract<TEscape>(_remaining, value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape, TCheck>(string? value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        if (value is not null && AsciiText.IsPlain<TEscape>(value) && TCheck.IsValidPlain(value)) _remaining -= value.Length;
        else _remaining = Subtract<TEscape, TCheck>(_remaining, value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape, TCheck>(Utf8 value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        byte[]? encoded = Read<TEscape>(value, property);
        if (encoded is not null && !value.Encoded!.IsAcceptedBy<TCheck>()) _remaining = Invalid;
        return encoded;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        byte[]? encoded = EncodedText.Of<TEscape>(value);
        if (encoded is null) _remaining = Invalid;
        else _remaining -= encoded.Length;
        return encoded;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Read(long value, long minimum, long maximum, string property)
    {
        if (value < minimum || value > maximum) _remaining = Invalid;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bytes) => _remaining -= bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fits(int bytes, int end) => (_remaining -= bytes) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> utf8)
    {
        ConstantBytes.Copy(utf8, ref *_next);
        _next += utf8.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        AsciiText.Write(value!, _next);
        _next += (uint)value!.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        AsciiText.Write(value!, _next);
        _next += (uint)value!.Length;
    }

    /// <summary>Not called: only documents with lists write values that are not stored in variables.</summary>
    public readonly void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape => throw new NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> before, long value)
    {
        Write(before);
        _next = Utf8Number.Write(value, _next);
    }

    private static long Subtract<TEscape, TCheck>(long remaining, string? value)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck =>
        value is null || !TCheck.IsValidPlain(value) ? Invalid : Subtract<TEscape>(remaining, value);

    private static long Subtract<TEscape>(long remaining, string? value)
        where TEscape : IUtf8Escape
    {
        long bytes = value is null ? 0 : Utf8Text.FastMaxByteCount<TEscape>(value);
        return bytes == 0 ? Invalid : remaining - NotPlainLength - bytes;
    }
}
