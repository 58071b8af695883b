using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>
/// Writes a document with texts of any characters into pinned memory. It refuses by name what the document can't carry. A value that changes between
/// reading and writing is noticed, and nothing is written past the end or without its escaping.
/// </summary>
internal unsafe struct TextSink(byte* destination, int length, bool isKnown) : IUtf8Sink
{
    /// <summary>Stands for the bytes of a document that was looked at before, and fits.</summary>
    private const long Known = -1;

    // Four words, as many as the JIT keeps apart.
    private readonly byte* _end = destination + length;
    private byte* _next = destination;
    private long _bytes = isKnown ? Known : 0;
    private bool _isFollowed;

    /// <summary>The most bytes of the document.</summary>
    public readonly long ByteCount => _bytes;

    /// <summary>Where the document ends.</summary>
    public readonly byte* Next => _next;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Read<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (_bytes != Known) _bytes += Utf8Text.Bound<TEscape>(value, property);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[]? Read<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        byte[] form = Utf8Text.Form<TEscape>(value, property);
        Add(form.Length);
        return form;
    }

    public readonly long Read(long value, long minimum, long maximum, string property) => Utf8Text.InRange(value, minimum, maximum, property);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bytes)
    {
        if (_bytes != Known) _bytes += bytes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begin(int bytes, int end)
    {
        _isFollowed = end >= Transcoding.MaxBehind;
        Add(bytes);
        return _bytes <= _end - _next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _end - _next) ThrowChanged();
        Constant.Copy(utf8, ref *_next);
        _next += utf8.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        _next = Utf8Text.Write<TEscape>(value, _next, _end, _isFollowed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        _next = Copy(value, _next, _end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape
    {
        Literal(before);
        byte[]? form = Utf8Forms.Of<TEscape>(value);
        if (form is null) ThrowChanged();
        _next = Copy(form, _next, _end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> before, long value)
    {
        Literal(before);
        _next = _end - _next >= Digits.MaxLength ? Digits.Write(value, _next) : WriteNumber(value, _next, _end);
    }

    private static byte* WriteNumber(long value, byte* next, byte* end)
    {
        byte* digits = stackalloc byte[Digits.MaxLength];
        return Copy(new ReadOnlySpan<byte>(digits, (int)(Digits.Write(value, digits) - digits)), next, end);
    }

    private static byte* Copy(ReadOnlySpan<byte> bytes, byte* next, byte* end)
    {
        if (!bytes.TryCopyTo(new Span<byte>(next, (int)(end - next)))) ThrowChanged();
        return next + bytes.Length;
    }

    [DoesNotReturn]
    public static void ThrowChanged() =>
        throw new InvalidOperationException("A value of the topology changed while the document was written.");
}
