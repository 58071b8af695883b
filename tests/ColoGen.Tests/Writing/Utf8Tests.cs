using System.Buffers;
using System.Text;
using ColoGen.Writing;
using CsCheck;

namespace ColoGen.Tests.Writing;

/// <summary>A text that was encoded before is written as the text itself.</summary>
public sealed class Utf8Tests
{
    [Fact]
    public void In_xml() => Texts.ForXml.Sample(AssertSame<XmlEscape>);

    [Fact]
    public void In_json() => Texts.ForArguments.Sample(AssertSame<JsonEscape>);

    [Fact]
    public void In_json_in_xml() => Texts.ForXml.Sample(AssertSame<JsonInXmlEscape>);

    [Fact]
    public void In_options() => Texts.ForArguments.Sample(AssertSame<OptionEscape>);

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
        var document = new OneUtf8<TEscape>(text);
        var writer = new ArrayBufferWriter<byte>();
        Utf8Document.Write(document, writer);
        var exact = new byte[writer.WrittenCount];
        Assert.True(Utf8Document.TryWrite(document, exact, out _));
        Assert.Equal(writer.WrittenSpan, exact);
        Assert.False(Utf8Document.TryWrite(document, exact.AsSpan(1), out _));
        return Encoding.UTF8.GetString(exact)[1..];
    }

    private readonly struct OneUtf8<TEscape>(Utf8 text) : IUtf8Template
        where TEscape : IUtf8Escape
    {
        private readonly Utf8 _text = text;

        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            // A number makes the bound larger than the document, so that small destinations are tried too.
            sink.Number(1);
            if (typeof(TEscape) == typeof(XmlEscape)) sink.Xml(_text, "Text");
            else if (typeof(TEscape) == typeof(JsonEscape)) sink.Json(_text, "Text");
            else if (typeof(TEscape) == typeof(JsonInXmlEscape)) sink.JsonInXml(_text, "Text");
            else sink.Option(_text, "Text");
            return sink;
        }
    }
}
