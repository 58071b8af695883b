using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>
/// Writes a document whose texts all stand for themselves into pinned memory, which nearly every document does. It looks at every value in a hurry and
/// does not begin where one is anything else.
/// </summary>
/// <remarks>What was read is written: no value can have changed, and what has been found to fit does fit.</remarks>
internal unsafe struct PlainSink(byte* destination, int length) : IUtf8Sink
{
    /// <summary>What a text takes away that is not plain, besides its bytes: more than any document has.</summary>
    private const long NotPlain = 1L << 40;

    /// <summary>Far below anything that documents take away.</summary>
    private const long Refused = long.MinValue / 2;

    // Two words, which are passed in registers.
    private byte* _next = destination;
    private long _room = length;

    /// <summary>The most bytes that the document takes, of what was not written; below zero where only a closer look tells.</summary>
    public static long BytesOf(long written, int length) => written < Refused / 2 ? -1 : (length - written) % NotPlain;

    /// <summary>How many bytes were written; below zero where it did not begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly long WrittenFrom(byte* start) => _room >= 0 ? _next - start : _room;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (value is not null && PlainText.IsPlain<TEscape>(value)) _room -= value.Length;
        else _room = WithAny<TEscape>(_room, value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        byte[]? form = Utf8Forms.Of<TEscape>(value);
        if (form is null) _room = Refused;
        else _room -= form.Length;
        return form;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Read(long value, long minimum, long maximum, string property)
    {
        if (value < minimum || value > maximum) _room = Refused;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bytes) => _room -= bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begin(int bytes, int end) => (_room -= bytes) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        Constant.Copy(utf8, ref *_next);
        _next += utf8.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        PlainText.Write(value!, _next);
        _next += (uint)value!.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        PlainText.Write(value!, _next);
        _next += (uint)value!.Length;
    }

    /// <summary>Only lists have values that were not read before they are written.</summary>
    public readonly void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape => throw new NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> before, long value)
    {
        Literal(before);
        _next = Digits.Write(value, _next);
    }

    private static long WithAny<TEscape>(long room, string? value)
        where TEscape : IUtf8Escape
    {
        long bound = value is null ? 0 : Utf8Text.Bound<TEscape>(value);
        return bound == 0 ? Refused : room - NotPlain - bound;
    }
}
