using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Writing;

/// <summary>
/// Writes a document that <see cref="PlainBound"/> likes into pinned memory. A value that changed since is noticed: it is never written past the end, and
/// never without its escaping.
/// </summary>
/// <remarks>All its code is where it is called, as that of <see cref="PlainBound"/>.</remarks>
internal unsafe struct PlainWriter(byte* destination, int length) : IUtf8Sink
{
    private byte* _next = destination;
    private readonly byte* _end = destination + length;

    /// <summary>Where the document ends.</summary>
    public readonly byte* Next => _next;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        byte* next = Reserve((nuint)utf8.Length);
        Unsafe.CopyBlockUnaligned(ref *_next, ref MemoryMarshal.GetReference(utf8), (uint)utf8.Length);
        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Xml(string? value, string property) => Text<XmlEscape>(value!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Json(string? value, string property) => Text<JsonEscape>(value!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void JsonInXml(string? value, string property) => Text<JsonInXmlEscape>(value!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Option(string? value, string property) => Text<OptionEscape>(value!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Xml(Utf8 value, string property) => Form(value.Forms!.Xml!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Json(Utf8 value, string property) => Form(value.Forms!.Json!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void JsonInXml(Utf8 value, string property) => Form(value.Forms!.JsonInXml!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Option(Utf8 value, string property) => Form(value.Forms!.Option!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(long value)
    {
        Reserve(Digits.MaxLength);
        if ((ulong)value < 10)
        {
            *_next++ = (byte)('0' + value);
        }
        else
        {
            _next = Digits.Write(value, _next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(long value, long minimum, long maximum, string property) => Number(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Text<TEscape>(string value)
        where TEscape : IUtf8Escape
    {
        nuint length = (uint)value.Length;
        byte* next = Reserve(length);
        if (!PlainText.IsSupportedByLongVectors || length - PlainText.MinLength > 64 - PlainText.MinLength)
        {
            if (!PlainText.Write<TEscape>(value, _next)) Utf8Writer.ThrowChanged();
            _next = next;
            return;
        }

        ref ushort first = ref PlainText.First(value);
        ref ushort end = ref Unsafe.Add(ref first, length);
        if (length >= 32)
        {
            Vector256<byte> left = PlainText.InOrder(PlainText.PackLong(ref first, ref Unsafe.Add(ref first, 16)));
            Vector256<byte> right = PlainText.InOrder(PlainText.PackLong(ref Unsafe.Subtract(ref end, 32), ref Unsafe.Subtract(ref end, 16)));
            left.Store(_next);
            right.Store(next - 32);
            if ((PlainText.Unusual<TEscape>(left) | PlainText.Unusual<TEscape>(right)) != default) Utf8Writer.ThrowChanged();
        }
        else if (length >= 16)
        {
            Vector256<byte> both = PlainText.InOrder(PlainText.PackLong(ref first, ref Unsafe.Subtract(ref end, 16)));
            both.GetLower().Store(_next);
            both.GetUpper().Store(next - 16);
            if (PlainText.Unusual<TEscape>(both) != default) Utf8Writer.ThrowChanged();
        }
        else
        {
            Vector128<byte> both = PlainText.Pack(ref first, ref Unsafe.Subtract(ref end, 8));
            *(ulong*)_next = both.AsUInt64().ToScalar();
            *(ulong*)(next - 8) = both.AsUInt64().GetElement(1);
            if (PlainText.Unusual<TEscape>(both) != default) Utf8Writer.ThrowChanged();
        }

        _next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Form(byte[] form)
    {
        nuint length = (uint)form.Length;
        byte* next = Reserve(length);
        if (!Vector256.IsHardwareAccelerated || length - 8 > 64 - 8)
        {
            form.CopyTo(new Span<byte>(_next, form.Length));
            _next = next;
            return;
        }

        ref byte first = ref MemoryMarshal.GetArrayDataReference(form);
        if (length >= 32)
        {
            Vector256<byte> left = Vector256.LoadUnsafe(ref first);
            Vector256<byte> right = Vector256.LoadUnsafe(ref first, length - 32);
            left.Store(_next);
            right.Store(next - 32);
        }
        else if (length < 16)
        {
            ulong left = Unsafe.ReadUnaligned<ulong>(ref first);
            ulong right = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8));
            *(ulong*)_next = left;
            *(ulong*)(next - 8) = right;
        }
        else
        {
            Vector128<byte> left = Vector128.LoadUnsafe(ref first);
            Vector128<byte> right = Vector128.LoadUnsafe(ref first, length - 16);
            left.Store(_next);
            right.Store(next - 16);
        }

        _next = next;
    }

    /// <summary>Where as many bytes end, which must be before the end of the memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte* Reserve(nuint bytes)
    {
        byte* next = _next + bytes;
        if (sizeof(nuint) == 8 ? next > _end : bytes > (nuint)(_end - _next)) Utf8Writer.ThrowChanged();
        return next;
    }
}
