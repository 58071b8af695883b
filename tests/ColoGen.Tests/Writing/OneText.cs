using System.Buffers;
using System.Text;
using ColoGen.Writing;

namespace ColoGen.Tests.Writing;

/// <summary>The smallest document with a value.</summary>
internal readonly struct OneText<TEscape>(string? text) : IUtf8Template
    where TEscape : IUtf8Escape
{
    private readonly string? _text = text;

    public void Write<TSink>(ref TSink sink)
        where TSink : struct, IUtf8Sink
    {
        sink.Literal("["u8);
        sink.Text<TEscape>(_text, "Text");
        sink.Literal("]"u8);
    }

    /// <summary>The text as it stands in the document.</summary>
    public string Written()
    {
        var writer = new ArrayBufferWriter<byte>();
        Utf8Document.Write(this, writer);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(writer.WrittenSpan)[1..^1];
    }
}
