using System.Text;
using System.Text.Unicode;

namespace ColoGen.Writing;

/// <summary>Texts to UTF-8 in the escaping of their document.</summary>
internal static class Utf8Text
{
    /// <summary>Exactly how many bytes <see cref="Write"/> writes.</summary>
    public static int Count<TEscape>(ReadOnlySpan<char> value)
        where TEscape : IUtf8Escape
    {
        int count = Encoding.UTF8.GetByteCount(value);
        for (int at; (at = value.IndexOfAny(TEscape.Special)) >= 0; value = value[(at + 1)..])
        {
            count += TEscape.Replacement(value[at]).Length - 1;
        }

        return count;
    }

    /// <summary>Writes a validated text into a destination that is large enough, and says how many bytes it took.</summary>
    public static int Write<TEscape>(ReadOnlySpan<char> value, Span<byte> destination)
        where TEscape : IUtf8Escape
    {
        int written = 0;
        for (int at; (at = value.IndexOfAny(TEscape.Special)) >= 0; value = value[(at + 1)..])
        {
            written += Transcode(value[..at], destination[written..]);
            ReadOnlySpan<byte> replacement = TEscape.Replacement(value[at]);
            replacement.CopyTo(destination[written..]);
            written += replacement.Length;
        }

        return written + Transcode(value, destination[written..]);
    }

    private static int Transcode(ReadOnlySpan<char> value, Span<byte> destination)
    {
        Utf8.FromUtf16(value, destination, out _, out int written, replaceInvalidSequences: false);
        return written;
    }
}
