using System.Buffers;
using System.Text;
using ColoGen.Serialization;
using static ColoGen.Serialization.DocumentKind;

namespace ColoGen.TestInfrastructure;

/// <summary>
/// The smallest documents with a value: one that ends soon behind it, one that does not, one that is written as those with lists are, and one as long ones are.
/// </summary>
public readonly struct OneText<TEscape>(string? text) : ITemplate<TreeXml>, ITemplate<DomainXml>, ITemplate<Qmp>, ITemplate<Dot>
    where TEscape : IUtf8Escape
{
    private readonly string? _text = text;

    static bool ITemplate<Qmp>.HasLists => true;

    static bool ITemplate<Dot>.IsLong => true;

    TSink ITemplate<TreeXml>.Write<TSink>(TSink sink) => Once(sink, "]"u8);

    TSink ITemplate<DomainXml>.Write<TSink>(TSink sink) => Once(sink, "]: behind it is more than a vector reaches over"u8);

    TSink ITemplate<Qmp>.Write<TSink>(TSink sink)
    {
        sink.Add(1);
        sink.Read<TEscape>(_text, "Text");
        if (!sink.Fits(1, 1)) return sink;
        sink.Write<TEscape>("["u8, _text);
        sink.Write("]"u8);
        return sink;
    }

    TSink ITemplate<Dot>.Write<TSink>(TSink sink) => Once(sink, "]"u8);

    /// <summary>The text as it stands in the documents, the same in all of them.</summary>
    public string Written()
    {
        string written = Written(Utf8Document.Write<OneText<TEscape>, TreeXml>);
        foreach (Action<OneText<TEscape>, IBufferWriter<byte>> other in (Action<OneText<TEscape>, IBufferWriter<byte>>[])
            [Utf8Document.Write<OneText<TEscape>, DomainXml>, Utf8Document.Write<OneText<TEscape>, Qmp>, Utf8Document.Write<OneText<TEscape>, Dot>])
        {
            if (Written(other) != written) throw new InvalidOperationException($"Two documents have '{_text}' in different ways.");
        }

        return written;
    }

    private string Written(Action<OneText<TEscape>, IBufferWriter<byte>> write)
    {
        var writer = new ArrayBufferWriter<byte>();
        write(this, writer);
        string document = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(writer.WrittenSpan);
        return document[1..document.LastIndexOf(']')];
    }

    private TSink Once<TSink>(TSink sink, ReadOnlySpan<byte> end)
        where TSink : struct, IUtf8Sink
    {
        string? value = sink.Read<TEscape>(_text, "Text");
        if (!sink.Fits(1 + end.Length, end.Length)) return sink;
        sink.Write<TEscape>("["u8, value);
        sink.Write(end);
        return sink;
    }
}
