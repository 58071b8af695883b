using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>
/// Looks at every value of a document once, in a hurry: whether all texts are plain and all numbers in range, and then the most bytes that it can take.
/// What it does not like may be right or wrong; <see cref="Utf8Count"/> says which.
/// </summary>
/// <remarks>All its code is where it is called: a call for each text would take as long again as the look at it.</remarks>
internal struct PlainBound : IUtf8Sink
{
    /// <summary>The longest number, <see cref="long.MinValue"/>, has 20 characters.</summary>
    private const int MaxNumberBytes = 20;

    private nint _bytes;

    /// <summary>The most bytes of the document; below zero where not all of it is plain.</summary>
    public readonly nint ByteCount => _bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8) => _bytes += utf8.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Xml(string? value, string property) => Text<XmlEscape>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Json(string? value, string property) => Text<JsonEscape>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void JsonInXml(string? value, string property) => Text<JsonInXmlEscape>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Option(string? value, string property) => Text<OptionEscape>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Xml(Utf8 value, string property) => Form(value.Forms?.Xml);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Json(Utf8 value, string property) => Form(value.Forms?.Json);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void JsonInXml(Utf8 value, string property) => Form(value.Forms?.JsonInXml);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Option(Utf8 value, string property) => Form(value.Forms?.Option);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(long value) => _bytes += MaxNumberBytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(long value, long minimum, long maximum, string property)
    {
        _bytes += MaxNumberBytes;
        if (value < minimum || value > maximum) Refuse();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Text<TEscape>(string? value)
        where TEscape : IUtf8Escape
    {
        if (!PlainText.IsSupportedByLongVectors || value is null || (nuint)(uint)value.Length - PlainText.MinLength > 64 - PlainText.MinLength)
        {
            OtherText<TEscape>(value);
            return;
        }

        // Two vectors of 16 characters, or 8, reach over the whole text: one from its beginning and one up to its end.
        nuint length = (uint)value.Length;
        _bytes += (nint)length;
        ref ushort first = ref PlainText.First(value);
        ref ushort end = ref Unsafe.Add(ref first, length);
        if (length > 32)
        {
            if ((PlainText.Unusual<TEscape>(PlainText.PackLong(ref first, ref Unsafe.Add(ref first, 16)))
                | PlainText.Unusual<TEscape>(PlainText.PackLong(ref Unsafe.Subtract(ref end, 32), ref Unsafe.Subtract(ref end, 16)))) != default) Refuse();
        }
        else if (length >= 16)
        {
            if (PlainText.Unusual<TEscape>(PlainText.PackLong(ref first, ref Unsafe.Subtract(ref end, 16))) != default) Refuse();
        }
        else
        {
            if (PlainText.Unusual<TEscape>(PlainText.Pack(ref first, ref Unsafe.Subtract(ref end, 8))) != default) Refuse();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void OtherText<TEscape>(string? value)
        where TEscape : IUtf8Escape
    {
        if (value is not null && PlainText.IsPlain<TEscape>(value)) _bytes += value.Length;
        else Refuse();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Form(byte[]? form)
    {
        if (form is not null) _bytes += form.Length;
        else Refuse();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Refuse() => _bytes |= nint.MinValue;
}
