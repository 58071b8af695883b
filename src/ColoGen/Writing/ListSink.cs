using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>
/// As <see cref="PlainSink"/>, for documents with lists, whose values are read again while they are written, and for documents that are too long for code in one
/// piece. A value that changed in between is noticed, and nothing is written past the end or without its escaping.
/// </summary>
internal unsafe struct ListSink<TTemplate, TDocument>(byte* destination, int length) : IUtf8Sink
    where TTemplate : struct, DocumentKind.ITemplate<TDocument>
    where TDocument : struct
{
    private readonly byte* _end = destination + length;
    private byte* _next = destination;
    private long _bytes;

    /// <summary>The most bytes of the document; below zero where not all of it is plain.</summary>
    public readonly long ByteCount => _bytes;

    /// <summary>Where the document ends.</summary>
    public readonly byte* Next => _next;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (value is not null && IsPlain<TEscape>(value)) _bytes += value.Length;
        else Refuse();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        byte[]? form = Utf8Forms.Of<TEscape>(value);
        if (form is null) Refuse();
        else _bytes += form.Length;
        return form;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Read(long value, long minimum, long maximum, string property)
    {
        if (value < minimum || value > maximum) Refuse();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bytes) => _bytes += bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begin(int bytes, int end) => (ulong)(_bytes += bytes) <= (ulong)(_end - _next);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        byte* next = Reserve((uint)utf8.Length);
        if (TTemplate.IsLong) PlainText.WriteAny(utf8, _next);
        else Constant.Copy(utf8, ref *_next);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        if (value is null || !IsPlain<TEscape>(value)) TextSink.ThrowChanged();
        byte* next = Reserve((uint)value.Length);
        if (TTemplate.IsLong) PlainText.WriteAny(value, _next);
        else PlainText.Write(value, _next);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        byte* next = Reserve((uint)value!.Length);
        if (TTemplate.IsLong) PlainText.WriteAny(value, _next);
        else PlainText.Write(value, _next);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape
    {
        byte[]? form = Utf8Forms.Of<TEscape>(value);
        if (form is null) TextSink.ThrowChanged();
        Write<TEscape>(before, form);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> before, long value)
    {
        Literal(before);
        Reserve(Digits.MaxLength);
        _next = Digits.Write(value, _next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain<TEscape>(string value)
        where TEscape : IUtf8Escape => TTemplate.IsLong ? PlainText.IsAnyPlain<TEscape>(value) : PlainText.IsPlain<TEscape>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Refuse() => _bytes |= long.MinValue;

    /// <summary>Where as many bytes end, which must be before the end of the memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte* Reserve(uint bytes)
    {
        if (bytes > (nuint)(_end - _next)) TextSink.ThrowChanged();
        return _next + bytes;
    }
}
