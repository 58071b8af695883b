using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Writing;

/// <summary>Texts of any characters to UTF-8 in the escaping of their document.</summary>
internal static unsafe class Utf8Text
{
    /// <summary>The most bytes of a character of ASCII that is replaced by a name.</summary>
    private const int MaxReplacement = 6;

    /// <summary>The most bytes that <see cref="Write"/> writes, found in one look if possible.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    public static long Bound<TEscape>(string? text, string property)
        where TEscape : IUtf8Escape
    {
        if (text is null) ThrowNull(property);
        long bound = Bound<TEscape>(text);
        if (bound > 0) return bound;
        long count = TryCount<TEscape>(text, out int refused);
        if (refused >= 0) ThrowRefused<TEscape>(text[refused], property);
        return count;
    }

    /// <summary>The most bytes that <see cref="Write"/> writes; 0 where only a closer look tells whether the document can carry the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Bound<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        if (!PlainText.IsSupported || text.Length < PlainText.MinLength) return 0;
        ref ushort first = ref PlainText.First(text);
        nint last = text.Length - Vector128<ushort>.Count;
        Vector128<ushort> highest = Vector128<ushort>.Zero;
        Vector128<byte> controls = Vector128<byte>.Zero;
        Vector128<byte> replaced = Vector128<byte>.Zero;
        for (nint at = 0; at < text.Length; at += 2 * Vector128<ushort>.Count)
        {
            Vector128<ushort> left = Vector128.LoadUnsafe(ref Unsafe.Add(ref first, Math.Min(at, last)));
            Vector128<ushort> right = Vector128.LoadUnsafe(ref Unsafe.Add(ref first, Math.Min(at + Vector128<ushort>.Count, last)));
            highest = Vector128.Max(highest, Vector128.Max(left, right));
            Vector128<byte> block = PlainText.Narrow(left, right);
            replaced |= PlainText.Replaced<TEscape>(block);
            controls |= IsControl(block);
        }

        if (controls != default || Vector128.GreaterThanAny(highest, Vector128.Create(Transcoding.Highest))) return 0;
        return text.Length * (long)(replaced != default ? MaxReplacement : Vector128.GreaterThanAny(highest, Vector128.Create((ushort)0x7FF)) ? 3 : 2);
    }

    /// <summary>Exactly how many bytes <see cref="Write"/> writes, unless a character is refused; then it stands at <paramref name="refused"/>.</summary>
    public static long TryCount<TEscape>(string text, out int refused)
        where TEscape : IUtf8Escape
    {
        refused = -1;
        if (PlainText.IsAnyPlain<TEscape>(text)) return text.Length;
        long count = 0;
        int length;
        for (int at = 0; at < text.Length; at += length)
        {
            int bytes = Measure<TEscape>(text, at, out length);
            if (bytes == 0)
            {
                refused = at;
                return 0;
            }

            count += bytes;
        }

        return count;
    }

    /// <summary>Writes a text and gives its end. What was never looked at, or changed since, is noticed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="next">Where it begins.</param>
    /// <param name="end">The end of the memory.</param>
    /// <param name="isFollowed">Whether so much of the document follows that what vectors touch behind the text is written again.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* Write<TEscape>(string? text, byte* next, byte* end, bool isFollowed)
        where TEscape : IUtf8Escape
    {
        if (text is null) TextSink.ThrowChanged();
        ref ushort first = ref PlainText.First(text);

        // Behind the last block there must be enough of the text itself, or of the document.
        int lastBlock = !PlainText.IsSupported || text.Length < Transcoding.BlockLength ? -1
            : isFollowed ? text.Length - 1
            : text.Length - Transcoding.BlockLength - Transcoding.MaxBehind;
        int at = 0;
        while (at < text.Length)
        {
            if (at <= lastBlock && end - next >= Transcoding.MaxTouched)
            {
                int count = Math.Min(text.Length - at, Transcoding.BlockLength);
                Vector128<ushort> block = count == Transcoding.BlockLength
                    ? Vector128.LoadUnsafe(ref first, (nuint)at)
                    : Transcoding.MoveUp(Vector128.LoadUnsafe(ref first, (nuint)(text.Length - Transcoding.BlockLength)), Transcoding.BlockLength - count);
                int certain = Math.Min(count, BitOperations.TrailingZeroCount(Doubts<TEscape>(block)));
                next = Transcoding.Write(Transcoding.KeepFirst(block, certain), next) - (Transcoding.BlockLength - certain);
                at += certain;
                if (certain == count) continue;
            }

            int bytes = Measure<TEscape>(text, at, out int length);
            if (bytes == 0 || bytes > end - next) TextSink.ThrowChanged();
            WriteCharacter<TEscape>(text, at, bytes, next);
            next += bytes;
            at += length;
        }

        return next;
    }

    /// <summary>A text that was encoded before, as the document has it.</summary>
    /// <exception cref="ArgumentException">There is no text, or it has a character that the document can't carry; names the property.</exception>
    public static byte[] Form<TEscape>(Utf8 value, string property)
        where TEscape : IUtf8Escape
    {
        if (Utf8Forms.Of<TEscape>(value) is { } form) return form;
        if (value.Forms is null) ThrowNull(property);
        string text = value.ToString();
        TryCount<TEscape>(text, out int refused);
        ThrowRefused<TEscape>(text[refused], property);
        return [];
    }

    /// <summary>A number that is within its limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not; names the property.</exception>
    public static long InRange(long value, long minimum, long maximum, string property)
    {
        if (value >= minimum && value <= maximum) return value;
        string path = PropertyPath.Of(property);
        throw new ArgumentOutOfRangeException(path, value, $"'{path}' must be {minimum} to {maximum}.");
    }

    [DoesNotReturn]
    public static void ThrowNull(string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentNullException(path, $"'{path}' is null.");
    }

    /// <summary>A bit for each character of a block that may be replaced, refused, or half of a surrogate pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Doubts<TEscape>(Vector128<ushort> block)
        where TEscape : IUtf8Escape
    {
        Vector128<byte> narrow = PlainText.Narrow(block, block);
        uint doubts = (PlainText.Replaced<TEscape>(narrow) | IsControl(narrow)).ExtractMostSignificantBits();
        return Vector128.GreaterThanAny(block, Vector128.Create(Transcoding.Highest))
            ? doubts | Vector128.GreaterThan(block, Vector128.Create(Transcoding.Highest)).ExtractMostSignificantBits()
            : doubts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsControl(Vector128<byte> block) => Vector128.Equals(Vector128.Min(block, Vector128.Create((byte)31)), block);

    /// <summary>How many bytes the character at a place takes; 0 where it is refused.</summary>
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
            else TEscape.Replacement((char)character).CopyTo(new Span<byte>(next, bytes));
            return;
        }

        if (bytes == 4) character = char.ConvertToUtf32((char)character, text[at + 1]);
        for (int place = bytes - 1; place > 0; place--)
        {
            next[place] = (byte)(0x80 | (character & 0x3F));
            character >>= 6;
        }

        // As many ones as there are bytes, and a zero.
        *next = (byte)((0xF00 >> bytes) | character);
    }

    [DoesNotReturn]
    private static void ThrowRefused<TEscape>(char character, string property)
        where TEscape : IUtf8Escape
    {
        string path = PropertyPath.Of(property);
        string number = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
        string reason = char.IsSurrogate(character) ? "half of a surrogate pair has no UTF-8"
            : TEscape.IsXml ? "XML 1.0 can't carry it"
            : "it would end the text inside QEMU";
        throw new ArgumentException($"'{path}' has the character U+{number}: {reason}.", path);
    }
}
