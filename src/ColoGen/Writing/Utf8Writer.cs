using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>
/// Writes a document whose values are checked into pinned memory that was found large enough. A value that grew since is noticed,
/// never written past the end.
/// </summary>
internal unsafe struct Utf8Writer(byte* destination, int length) : IUtf8Sink
{
    private readonly byte* _start = destination;
    private byte* _next = destination;
    private readonly byte* _end = destination + length;

    public readonly int ByteCount => (int)(_next - _start);

    private readonly Span<byte> Rest => new(_next, (int)(_end - _next));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > (int)(_end - _next)) ThrowChanged();
        Unsafe.CopyBlockUnaligned(ref *_next, ref Unsafe.AsRef(in utf8.GetPinnableReference()), (uint)utf8.Length);
        _next += utf8.Length;
    }

    public void Xml(string? value, string property) => Text<XmlEscape>(value, property);

    public void Json(string? value, string property) => Text<JsonEscape>(value, property);

    public void JsonInXml(string? value, string property) => Text<JsonInXmlEscape>(value, property);

    public void Option(string? value, string property) => Text<OptionEscape>(value, property);

    private void Text<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        Span<byte> rest = Rest;
        if (Utf8Text.Count<TEscape>(value) > rest.Length) ThrowChanged();
        _next += Utf8Text.Write<TEscape>(value, rest);
    }

    public void Number(long value)
    {
        if (!Utf8Formatter.TryFormat(value, Rest, out int written)) ThrowChanged();
        _next += written;
    }

    public void Number(long value, long minimum, long maximum, string property) => Number(value);

    [DoesNotReturn]
    private static void ThrowChanged() =>
        throw new InvalidOperationException("A value of the topology changed while the document was written.");
}
