using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using ColoGen.Core.Declarations;
using ColoGen.Core.Devices;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Validation;

/// <summary>
/// The answers that the rules give about a text, without allocation where there is no error. Tests compare both; the rules have the message and the last word.
/// </summary>
internal static class TextChecking
{
    private static readonly SearchValues<char> s_ofSerials =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+- ");

    public static bool HasValidCharacters(string text, bool isPath) => DocumentText.FirstUnsupported(text, isPath) < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSerial(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(s_ofSerials);

    public static bool IsPrintable(string text)
    {
        foreach (char character in text)
        {
            if (character is < ' ' or > '~') return false;
        }

        return text.Length > 0;
    }

    public static bool IsDomainName(string text)
    {
        if (text is "." or ".." || DomainLimits.IsBlank(text) || text.Contains('/') || text.Contains('\n')) return false;
        int start = 0;
        for (int count = 0; start < text.Length && count < DomainLimits.ShortNameCharacters; count++) start += char.IsSurrogatePair(text, start) ? 2 : 1;
        return Encoding.UTF8.GetByteCount(text.AsSpan(0, start)) <= DomainLimits.MaximumShortNameBytes
            && Encoding.UTF8.GetByteCount(text) <= DomainLimits.MaximumNameBytes;
    }

    /// <exception cref="ArgumentException">A rule reports an error.</exception>
    public static void Check(TextCheck check, string text, string property)
    {
        if (TextRules.FirstError(check, text, property) is { } error) throw new ArgumentException($"'{property}': {error.Text}", property);
    }
}
