using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ColoGen.Serialization;

/// <summary>
/// Writes a document with texts of any characters into pinned memory. Throws for values that the document cannot represent. Each write checks its value and the
/// remaining length: it throws if a value has changed since it was read.
/// </summary>
internal unsafe struct EscapingSink(byte* destination, int length, bool isKnown) : IUtf8Sink
{
    /// <summary>The value of <see cref="_bytes"/> if the document is already known to fit.</summary>
    private const long Known = -1;

    // Four fields: the JIT compiler does not promote a struct with more to registers.
    private readonly byte* _end = destination + length;
    private byte* _next = destination;
    private long _bytes = isKnown ? Known : 0;
    private bool _canOverrun;

    /// <summary>The maximum number of bytes of the document.</summary>
    public readonly long ByteCount => _bytes;

    /// <summary>The end of what was written.</summary>
    public readonly byte* Next => _next;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (_bytes != Known) _bytes += Utf8Text.MaxByteCount<TEscape>(value, property);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape, TCheck>(string? value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        if (_bytes != Known) _bytes += Utf8Text.MaxByteCount<TEscape, TCheck>(value, property);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape, TCheck>(Utf8 value, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        byte[]? encoded = Read<TEscape>(value, property);
        value.Encoded!.Accept<TCheck>(property);
        return encoded;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        byte[] encoded = Utf8Text.Encoded<TEscape>(value, property);
        Add(encoded.Length);
        return encoded;
    }

    public readonly long Read(long value, long minimum, long maximum, string property) => Utf8Text.InRange(value, minimum, maximum, property);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bytes)
    {
        if (_bytes != Known) _bytes += bytes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fits(int bytes, int end)
    {
        _canOverrun = end >= Utf16ToUtf8.MaxOverrun;
        Add(bytes);
        return _bytes <= _end - _next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _end - _next) ThrowValueChanged();
        ConstantBytes.Copy(utf8, ref *_next);
        _next += utf8.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        _next = Utf8Text.Write<TEscape>(value, _next, _end, _canOverrun);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        _next = Copy(value, _next, _end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape
    {
        Write(before);
        byte[]? encoded = EncodedText.Of<TEscape>(value);
        if (encoded is null) ThrowValueChanged();
        _next = Copy(encoded, _next, _end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> before, long value)
    {
        Write(before);
        _next = _end - _next >= Utf8Number.MaxLength ? Utf8Number.Write(value, _next) : WriteNumber(value, _next, _end);
    }

    private static byte* WriteNumber(long value, byte* next, byte* end)
    {
        byte* digits = stackalloc byte[Utf8Number.MaxLength];
        return Copy(new ReadOnlySpan<byte>(digits, (int)(Utf8Number.Write(value, digits) - digits)), next, end);
    }

    private static byte* Copy(ReadOnlySpan<byte> bytes, byte* next, byte* end)
    {
        if (!bytes.TryCopyTo(new Span<byte>(next, (int)(end - next)))) ThrowValueChanged();
        return next + bytes.Length;
    }

    [DoesNotReturn]
    public static void ThrowValueChanged() =>
        throw new InvalidOperationException("A value of the topology changed while the document was written.");
}
