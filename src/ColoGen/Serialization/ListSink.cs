using System.Runtime.CompilerServices;

namespace ColoGen.Serialization;

/// <summary>
/// Writes a document without texts that need escaping, like <see cref="PlainSink"/>, if the document has lists or is too long to be inlined. Values in lists
/// are read a second time when they are written, so each write checks its value and the remaining length: it throws if a value has changed.
/// </summary>
internal unsafe struct ListSink<TTemplate, TDocument>(byte* destination, int length) : IUtf8Sink
    where TTemplate : struct, DocumentKind.ITemplate<TDocument>
    where TDocument : struct
{
    private readonly byte* _end = destination + length;
    private byte* _next = destination;
    private long _bytes;

    /// <summary>The maximum number of bytes of the document; negative if a value is not plain or is invalid.</summary>
    public readonly long ByteCount => _bytes;

    /// <summary>The end of what was written.</summary>
    public readonly byte* Next => _next;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (value is not null && IsPlain<TEscape>(value)) _bytes += value.Length;
        else Reject();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape, TCheck>(string? value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        if (value is not null && IsPlain<TEscape>(value) && TCheck.IsValidPlain(value)) _bytes += value.Length;
        else Reject();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape, TCheck>(Utf8 value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        byte[]? encoded = Read<TEscape>(value, property);
        if (encoded is not null && !value.Encoded!.IsAcceptedBy<TCheck>()) Reject();
        return encoded;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        byte[]? encoded = EncodedText.Of<TEscape>(value);
        if (encoded is null) Reject();
        else _bytes += encoded.Length;
        return encoded;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Read(long value, long minimum, long maximum, string property)
    {
        if (value < minimum || value > maximum) Reject();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bytes) => _bytes += bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fits(int bytes, int end) => (ulong)(_bytes += bytes) <= (ulong)(_end - _next);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> utf8)
    {
        byte* next = EndOf((uint)utf8.Length);
        if (TTemplate.IsLong) AsciiText.WriteOfAnyLength(utf8, _next);
        else ConstantBytes.Copy(utf8, ref *_next);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        if (value is null || !IsPlain<TEscape>(value)) EscapingSink.ThrowValueChanged();
        byte* next = EndOf((uint)value.Length);
        if (TTemplate.IsLong) AsciiText.WriteOfAnyLength(value, _next);
        else AsciiText.Write(value, _next);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        byte* next = EndOf((uint)value!.Length);
        if (TTemplate.IsLong) AsciiText.WriteOfAnyLength(value, _next);
        else AsciiText.Write(value, _next);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape
    {
        byte[]? encoded = EncodedText.Of<TEscape>(value);
        if (encoded is null) EscapingSink.ThrowValueChanged();
        Write<TEscape>(before, encoded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> before, long value)
    {
        Write(before);
        EndOf(Utf8Number.MaxLength);
        _next = Utf8Number.Write(value, _next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain<TEscape>(string value)
        where TEscape : IUtf8Escape => TTemplate.IsLong ? AsciiText.IsPlainOfAnyLength<TEscape>(value) : AsciiText.IsPlain<TEscape>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reject() => _bytes |= long.MinValue;

    /// <summary>The end of the next bytes. Throws if they do not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte* EndOf(uint bytes)
    {
        if (bytes > (nuint)(_end - _next)) EscapingSink.ThrowValueChanged();
        return _next + bytes;
    }
}
