using System.Buffers;
using System.Text;
using ColoGen.Writing;

namespace ColoGen.Tests.Writing;

/// <summary>The smallest document with a value.</summary>
internal readonly struct OneText<TEscape>(string? text) : IUtf8Template
    where TEscape : IUtf8Escape
{
    private readonly string? _text = text;

    public TSink Write<TSink>(TSink sink)
        where TSink : struct, IUtf8Sink
    {
        sink.Literal("["u8);
        if (typeof(TEscape) == typeof(XmlEscape)) sink.Xml(_text, "Text");
        else if (typeof(TEscape) == typeof(JsonEscape)) sink.Json(_text, "Text");
        else if (typeof(TEscape) == typeof(JsonInXmlEscape)) sink.JsonInXml(_text, "Text");
        else sink.Option(_text, "Text");
        sink.Literal("]"u8);
        return sink;
    }

    /// <summary>The text as it stands in the document.</summary>
    public string Written()
    {
        var writer = new ArrayBufferWriter<byte>();
        Utf8Document.Write(this, writer);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(writer.WrittenSpan)[1..^1];
    }
}
