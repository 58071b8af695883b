using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>Measures and writes texts of any characters as UTF-8 with the escapes of a document.</summary>
internal static unsafe class Utf8Text
{
    /// <summary>The length of the longest escape sequence.</summary>
    private const int MaxEscapeLength = 6;

    /// <summary>The maximum number of bytes that <see cref="Write"/> writes.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document cannot represent.</exception>
    public static long MaxByteCount<TEscape>(string? text, string property)
        where TEscape : IUtf8Escape
    {
        if (text is null) ThrowNull(property);
        long max = FastMaxByteCount<TEscape>(text);
        if (max > 0) return max;
        long count = ByteCount<TEscape>(text, out int invalid);
        if (invalid >= 0) ThrowInvalid<TEscape>(text[invalid], property);
        return count;
    }

    /// <summary>The maximum number of bytes that <see cref="Write"/> writes, if no rule reports an error.</summary>
    /// <exception cref="ArgumentException">The text is null, breaks a rule or has a character that the document cannot represent.</exception>
    public static long MaxByteCount<TEscape, TCheck>(string? text, string property)
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck
    {
        long max = text is null ? 0 : FastMaxByteCount<TEscape>(text);
        if (max > 0 && TCheck.IsValidPlain(text!)) return max;
        long bytes = MaxByteCount<TEscape>(text, property);
        if (!TCheck.IsValid(text!)) TCheck.Check(text!, PropertyPath.Of(property));
        return bytes;
    }

    /// <summary>
    /// The maximum number of bytes that <see cref="Write"/> writes, found by vector instructions; 0 if they cannot tell whether the document can
    /// represent the text.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long FastMaxByteCount<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        if (!AsciiText.IsSupported || text.Length < AsciiText.MinLength) return 0;
        ref ushort first = ref AsciiText.GetReference(text);
        nint last = text.Length - Vector128<ushort>.Count;
        Vector128<ushort> highest = Vector128<ushort>.Zero;
        Vector128<byte> controls = Vector128<byte>.Zero;
        Vector128<byte> escaped = Vector128<byte>.Zero;
        for (nint at = 0; at < text.Length; at += 2 * Vector128<ushort>.Count)
        {
            Vector128<ushort> left = Vector128.LoadUnsafe(ref Unsafe.Add(ref first, Math.Min(at, last)));
            Vector128<ushort> right = Vector128.LoadUnsafe(ref Unsafe.Add(ref first, Math.Min(at + Vector128<ushort>.Count, last)));
            highest = Vector128.Max(highest, Vector128.Max(left, right));
            Vector128<byte> block = AsciiText.Narrow(left, right);
            escaped |= AsciiText.Escaped<TEscape>(block);
            controls |= IsControl(block);
        }

        if (controls != default || Vector128.GreaterThanAny(highest, Vector128.Create(Utf16ToUtf8.MaxCharacter))) return 0;
        if (escaped != default) return TEscape.Lengths[0x7F] == 0 ? 0 : text.Length * (long)MaxEscapeLength;
        return text.Length * (long)(Vector128.GreaterThanAny(highest, Vector128.Create((ushort)0x7FF)) ? 3 : 2);
    }

    /// <summary>The exact number of bytes that <see cref="Write"/> writes; 0 if the document cannot represent a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="invalid">The index of the first character that the document cannot represent, or -1.</param>
    public static long ByteCount<TEscape>(string text, out int invalid)
        where TEscape : IUtf8Escape
    {
        invalid = -1;
        if (AsciiText.IsPlainOfAnyLength<TEscape>(text)) return text.Length;
        long count = 0;
        int length;
        for (int at = 0; at < text.Length; at += length)
        {
            int bytes = Measure<TEscape>(text, at, out length);
            if (bytes == 0)
            {
                invalid = at;
                return 0;
            }

            count += bytes;
        }

        return count;
    }

    /// <summary>
    /// Writes a text. Throws if the document cannot represent it or it does not fit: it has then changed since it was measured.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The destination.</param>
    /// <param name="end">The end of the destination memory.</param>
    /// <param name="canOverrun">
    /// Whether <see cref="Utf16ToUtf8.MaxOverrun"/> bytes after the text can be overwritten, because more of the document follows.
    /// </param>
    /// <returns>The end of the text.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* Write<TEscape>(string? text, byte* next, byte* end, bool canOverrun)
        where TEscape : IUtf8Escape
    {
        if (text is null) EscapingSink.ThrowValueChanged();
        ref ushort first = ref AsciiText.GetReference(text);

        // A block can be used if enough of the text or of the document follows it.
        int lastBlock = !AsciiText.IsSupported || text.Length < Utf16ToUtf8.BlockLength ? -1
            : canOverrun ? text.Length - 1
            : text.Length - Utf16ToUtf8.BlockLength - Utf16ToUtf8.MaxOverrun;
        int at = 0;
        while (at < text.Length)
        {
            if (at <= lastBlock && end - next >= Utf16ToUtf8.MaxStored)
            {
                int count = Math.Min(text.Length - at, Utf16ToUtf8.BlockLength);
                Vector128<ushort> block = count == Utf16ToUtf8.BlockLength
                    ? Vector128.LoadUnsafe(ref first, (nuint)at)
                    : Utf16ToUtf8.SkipFirst(Vector128.LoadUnsafe(ref first, (nuint)(text.Length - Utf16ToUtf8.BlockLength)), Utf16ToUtf8.BlockLength - count);
                int unescaped = Math.Min(count, BitOperations.TrailingZeroCount(MayNeedEscaping<TEscape>(block)));
                next = Utf16ToUtf8.Write(Utf16ToUtf8.KeepFirst(block, unescaped), next) - (Utf16ToUtf8.BlockLength - unescaped);
                at += unescaped;
                if (unescaped == count) continue;
            }

            int bytes = Measure<TEscape>(text, at, out int length);
            if (bytes == 0 || bytes > end - next) EscapingSink.ThrowValueChanged();
            WriteCharacter<TEscape>(text, at, bytes, next);
            next += bytes;
            at += length;
        }

        return next;
    }

    /// <summary>The bytes of an encoded text for the document.</summary>
    /// <exception cref="ArgumentException">There is no text, or it has a character that the document cannot represent.</exception>
    public static byte[] Encoded<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        if (EncodedText.Of<TEscape>(value) is { } encoded) return encoded;
        if (value.Encoded is null) ThrowNull(property);
        string text = value.ToString();
        ByteCount<TEscape>(text, out int invalid);
        ThrowInvalid<TEscape>(text[invalid], property);
        return [];
    }

    /// <summary>Checks that a number is in its range, and returns it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static long InRange(long value, long minimum, long maximum, string property)
    {
        if (value >= minimum && value <= maximum) return value;
        string path = PropertyPath.Of(property);
        throw new ArgumentOutOfRangeException(path, value, $"'{path}': COLO0601: it must be {minimum} to {maximum}.");
    }

    [DoesNotReturn]
    public static void ThrowNull(string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentNullException(path, $"'{path}' is null.");
    }

    /// <summary>A bit mask of the characters of a block that may be escaped or invalid, or are surrogates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint MayNeedEscaping<TEscape>(Vector128<ushort> block)
        where TEscape : IUtf8Escape
    {
        Vector128<byte> narrow = AsciiText.Narrow(block, block);
        uint mask = (AsciiText.Escaped<TEscape>(narrow) | IsControl(narrow)).ExtractMostSignificantBits();
        return Vector128.GreaterThanAny(block, Vector128.Create(Utf16ToUtf8.MaxCharacter))
            ? mask | Vector128.GreaterThan(block, Vector128.Create(Utf16ToUtf8.MaxCharacter)).ExtractMostSignificantBits()
            : mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsControl(Vector128<byte> block) => Vector128.Equals(Vector128.Min(block, Vector128.Create((byte)31)), block);

    /// <summary>The number of bytes of the character at an index; 0 if the document cannot represent it.</summary>
    private static int Measure<TEscape>(string text, int at, out int length)
        where TEscape : IUtf8Escape
    {
        char character = text[at];
        length = 1;
        if (character < 0x80) return TEscape.Lengths[character];
        if (character < 0x800) return 2;
        if (!char.IsSurrogate(character)) return TEscape.IsXml && character >= '\uFFFE' ? 0 : 3;
        length = 2;
        return at + 1 < text.Length && char.IsSurrogatePair(character, text[at + 1]) ? 4 : 0;
    }

    private static void WriteCharacter<TEscape>(string text, int at, int bytes, byte* next)
        where TEscape : IUtf8Escape
    {
        int character = text[at];
        if (character < 0x80)
        {
            if (bytes == 1) *next = (byte)character;
            else TEscape.EscapeSequence((char)character).CopyTo(new Span<byte>(next, bytes));
            return;
        }

        if (bytes == 4) character = char.ConvertToUtf32((char)character, text[at + 1]);
        for (int index = bytes - 1; index > 0; index--)
        {
            next[index] = (byte)(0x80 | (character & 0x3F));
            character >>= 6;
        }

        // The lead byte begins with a one bit for each byte, then a zero bit.
        *next = (byte)((0xF00 >> bytes) | character);
    }

    [DoesNotReturn]
    private static void ThrowInvalid<TEscape>(char character, string property)
        where TEscape : IUtf8Escape
    {
        string path = PropertyPath.Of(property);
        string number = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
        string reason = char.IsSurrogate(character) ? "half of a surrogate pair has no UTF-8"
            : TEscape.IsXml ? "XML 1.0 can't carry it"
            : character == '\0' ? "it would end the text inside QEMU"
            : "HMP takes it for the end of a command, or for a key";
        throw new ArgumentException($"'{path}': COLO0104: it has the character U+{number}: {reason}.", path);
    }
}
