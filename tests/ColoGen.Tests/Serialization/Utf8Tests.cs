using System.Buffers;
using System.Text;
using ColoGen.Serialization;
using CsCheck;
using static ColoGen.Serialization.DocumentKind;

namespace ColoGen.Tests.Serialization;

/// <summary>A text that was encoded before is written as the text itself.</summary>
public sealed class Utf8Tests
{
    [Fact]
    public void In_xml() => Texts.ForXml.Sample(AssertSame<XmlEscape>);

    [Fact]
    public void In_json() => Texts.ForJson.Sample(AssertSame<JsonEscape>);

    [Fact]
    public void In_json_in_xml() => Texts.ForXml.Sample(AssertSame<JsonInXmlEscape>);

    [Fact]
    public void In_options() => Texts.ForOptions.Sample(AssertSame<OptionEscape>);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Of_any_length(int length) => AssertSame<XmlEscape>(string.Concat(Enumerable.Range(0, length).Select(at => (char)('0' + (at % 10)))));

    [Fact]
    public void It_is_refused_where_the_text_is_and_by_the_same_words()
    {
        foreach (string text in (string[])["\0", "a\0b", "\u0001", "\u001F", "\uFFFE"])
        {
            Exception ofText = Assert.ThrowsAny<ArgumentException>(() => new OneText<XmlEscape>(text).Written());
            Exception ofUtf8 = Assert.ThrowsAny<ArgumentException>(() => Written<XmlEscape>(new Utf8(text)));
            Assert.Equal(ofText.Message, ofUtf8.Message);
        }

        Assert.NotEmpty(Written<JsonEscape>(new Utf8("\u0001")));
    }

    [Fact]
    public void None_is_refused_as_null_is()
    {
        var exception = Assert.Throws<ArgumentNullException>(() => Written<JsonEscape>(default));
        Assert.Equal("Text", exception.ParamName);
    }

    [Fact]
    public void Half_a_surrogate_pair_has_no_bytes() => Assert.Throws<ArgumentException>(() => new Utf8("a\uD83E"));

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() => Assert.Throws<ArgumentException>(() => new Utf8([0xC3]));

    [Fact]
    public void Equal_texts_are_equal()
    {
        Assert.Equal(new Utf8("é"), new Utf8("é"u8));
        Assert.Equal(new Utf8("é").GetHashCode(), new Utf8("é"u8).GetHashCode());
        Assert.NotEqual(new Utf8("e"), new Utf8("é"));
        Assert.NotEqual(default, new Utf8(""));
        Assert.Equal("é", new Utf8("é"u8).ToString());
        Assert.Equal("é"u8, new Utf8("é").Bytes);
    }

    [Fact]
    public void It_keeps_no_bytes_of_the_caller()
    {
        byte[] bytes = [.. "abc"u8];
        var text = new Utf8(bytes);
        bytes[0] = 0;
        Assert.Equal("abc", text.ToString());
    }

    private static void AssertSame<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        string expected = new OneText<TEscape>(text).Written();
        Assert.Equal(expected, Written<TEscape>(new Utf8(text)));
        Assert.Equal(expected, Written<TEscape>(new Utf8(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The text as it stands in the document, the same in every way of writing.</summary>
    private static string Written<TEscape>(Utf8 text)
        where TEscape : IUtf8Escape
    {
        string written = Written<TEscape, TreeXml>(text);
        Assert.Equal(written, Written<TEscape, Qmp>(text));
        Assert.Equal(written, Written<TEscape, Dot>(text));
        return written;
    }

    private static string Written<TEscape, TDocument>(Utf8 text)
        where TEscape : IUtf8Escape
        where TDocument : struct
    {
        var document = new OneUtf8<TEscape>(text);
        var writer = new ArrayBufferWriter<byte>();
        Write(document, writer);
        var exact = new byte[writer.WrittenCount];
        Assert.True(TryWrite(document, exact));
        Assert.Equal(writer.WrittenSpan, exact);
        Assert.False(TryWrite(document, exact.AsSpan(1)));
        return Encoding.UTF8.GetString(exact)[1..];

        static void Write(OneUtf8<TEscape> document, ArrayBufferWriter<byte> writer)
        {
            if (typeof(TDocument) == typeof(TreeXml)) Utf8Document.Write<OneUtf8<TEscape>, TreeXml>(document, writer);
            else if (typeof(TDocument) == typeof(Qmp)) Utf8Document.Write<OneUtf8<TEscape>, Qmp>(document, writer);
            else Utf8Document.Write<OneUtf8<TEscape>, Dot>(document, writer);
        }

        static bool TryWrite(OneUtf8<TEscape> document, Span<byte> destination) =>
            typeof(TDocument) == typeof(TreeXml) ? Utf8Document.TryWrite<OneUtf8<TEscape>, TreeXml>(document, destination, out _)
            : typeof(TDocument) == typeof(Qmp) ? Utf8Document.TryWrite<OneUtf8<TEscape>, Qmp>(document, destination, out _)
            : Utf8Document.TryWrite<OneUtf8<TEscape>, Dot>(document, destination, out _);
    }

    /// <summary>A number makes the bound larger than the document, so that small destinations are tried too.</summary>
    private readonly struct OneUtf8<TEscape>(Utf8 text) : ITemplate<TreeXml>, ITemplate<Qmp>, ITemplate<Dot>
        where TEscape : IUtf8Escape
    {
        private readonly Utf8 _text = text;

        static bool ITemplate<Qmp>.HasLists => true;

        static bool ITemplate<Dot>.IsLong => true;

        TSink ITemplate<TreeXml>.Write<TSink>(TSink sink) => Once(sink);

        TSink ITemplate<Qmp>.Write<TSink>(TSink sink)
        {
            sink.Read<TEscape>(_text, "Text");
            if (!sink.Fits(20, 0)) return sink;
            sink.Write(default, 1);
            sink.Write<TEscape>(default, _text);
            return sink;
        }

        TSink ITemplate<Dot>.Write<TSink>(TSink sink) => Once(sink);

        private TSink Once<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            byte[]? value = sink.Read<TEscape>(_text, "Text");
            if (!sink.Fits(20, 0)) return sink;
            sink.Write(default, 1);
            sink.Write<TEscape>(default, value);
            return sink;
        }
    }
}
