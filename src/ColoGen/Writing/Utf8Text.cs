using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ColoGen.Writing;

/// <summary>Texts of any characters to UTF-8 in the escaping of their document.</summary>
internal static unsafe class Utf8Text
{
    /// <summary>Exactly how many bytes <see cref="Write"/> writes.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    public static long Count<TEscape>(string? text, string property)
        where TEscape : IUtf8Escape
    {
        if (text is null) ThrowNull(property);
        long count = TryCount<TEscape>(text, out int refused);
        if (refused >= 0) ThrowRefused<TEscape>(text[refused], property);
        return count;
    }

    /// <summary>Exactly how many bytes <see cref="Write"/> writes, unless a character is refused; then it stands at <paramref name="refused"/>.</summary>
    public static long TryCount<TEscape>(string text, out int refused)
        where TEscape : IUtf8Escape
    {
        refused = -1;
        long count = 0;
        int at = 0;
        while (true)
        {
            ReadOnlySpan<char> run = Run<TEscape>(text, at);
            int inRun = FirstRefused(run, TEscape.IsXml);
            if (inRun >= 0)
            {
                refused = at + inRun;
                return 0;
            }

            count += Encoding.UTF8.GetByteCount(run);
            at += run.Length;
            if (at == text.Length) return count;

            int bytes = TEscape.Lengths[text[at]];
            if (bytes == 0)
            {
                refused = at;
                return 0;
            }

            count += bytes;
            at++;
        }
    }

    /// <summary>Writes a text and gives its end. What was never counted, or changed since, is noticed.</summary>
    public static byte* Write<TEscape>(string text, byte* next, byte* end)
        where TEscape : IUtf8Escape
    {
        int at = 0;
        while (true)
        {
            ReadOnlySpan<char> run = Run<TEscape>(text, at);
            OperationStatus status = System.Text.Unicode.Utf8.FromUtf16(run, new Span<byte>(next, (int)(end - next)), out _, out int written, replaceInvalidSequences: false);
            if (status != OperationStatus.Done) Utf8Writer.ThrowChanged();
            next += written;
            at += run.Length;
            if (at == text.Length) return next;

            int bytes = TEscape.Lengths[text[at]];
            if (bytes == 0 || bytes > end - next) Utf8Writer.ThrowChanged();
            if (bytes == 1) *next = (byte)text[at];
            else TEscape.Replacement(text[at]).CopyTo(new Span<byte>(next, bytes));
            next += bytes;
            at++;
        }
    }

    /// <summary>The characters of ASCII that take another number of bytes than one.</summary>
    public static SearchValues<char> Special(ReadOnlySpan<byte> lengths)
    {
        var special = new List<char>();
        for (int character = 0; character < lengths.Length; character++)
        {
            if (lengths[character] != 1) special.Add((char)character);
        }

        return SearchValues.Create([.. special]);
    }

    /// <summary>The text from here on up to what does not stand for itself.</summary>
    private static ReadOnlySpan<char> Run<TEscape>(string text, int start)
        where TEscape : IUtf8Escape
    {
        ReadOnlySpan<char> rest = text.AsSpan(start);
        int special = rest.IndexOfAny(TEscape.Special);
        return special < 0 ? rest : rest[..special];
    }

    /// <summary>Where half of a surrogate pair is, or what XML has not; below zero where neither is.</summary>
    private static int FirstRefused(ReadOnlySpan<char> run, bool isXml)
    {
        for (int at = FirstDoubtful(run); at < run.Length; at++)
        {
            if (char.IsSurrogate(run[at]))
            {
                if (at + 1 == run.Length || !char.IsSurrogatePair(run[at], run[at + 1])) return at;
                at++;
            }
            else if (isXml && run[at] >= '\uFFFE')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the surrogates may begin, and what is behind them.</summary>
    private static int FirstDoubtful(ReadOnlySpan<char> run)
    {
        int at = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(run));
            while (run.Length - at >= Vector128<ushort>.Count && !Vector128.GreaterThanAny(Vector128.LoadUnsafe(ref first, (nuint)at), Vector128.Create((ushort)0xD7FF)))
            {
                at += Vector128<ushort>.Count;
            }
        }

        while (at < run.Length && run[at] < 0xD800) at++;
        return at;
    }

    [DoesNotReturn]
    public static void ThrowNull(string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentNullException(path, $"'{path}' is null.");
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
