using System.Buffers;
using ColoGen.Serialization;
using static ColoGen.Serialization.DocumentKind;

namespace ColoGen.Tests.Serialization;

/// <summary>A value that a document can't carry is refused by the property's name, before anything is written.</summary>
public sealed class RefusedValueTests
{
    // Not theories: xunit would pass half a surrogate pair as U+FFFD.
    private static readonly string[] s_everywhere = ["\0", "a\0b", "\uD800", "\uDFFF", "a\uD83E", "\uDD8A\uD83E", "🦊\uD83E", "\uD83E\uD83E\uDD8A"];
    private static readonly string[] s_inXml = ["\u0001", "a\u0008", "\u000B", "\u000C", "\u001F", "\uFFFE", "a\uFFFFb"];
    private static readonly string[] s_inOptions =
        ["\t", "a\nquit\n", "\r", "\u007F", "a long text, with a comma\u007F", "/images/long enough for vectors, twice\n", "äöü äöü\u007F", "🦊\n"];

    private static readonly string[] s_nowhere = ["", "\u0085", "\uFFFD", "🦊🦊", "\U0010FFFF"];

    [Fact]
    public void By_every_document() => Assert.All(s_everywhere, text =>
    {
        AssertRefused(new OneText<XmlEscape>(text));
        AssertRefused(new OneText<JsonEscape>(text));
        AssertRefused(new OneText<JsonInXmlEscape>(text));
        AssertRefused(new OneText<OptionEscape>(text));
    });

    [Fact]
    public void By_xml_alone() => Assert.All(s_inXml, text =>
    {
        AssertRefused(new OneText<XmlEscape>(text));
        AssertRefused(new OneText<JsonInXmlEscape>(text));
        Assert.NotEmpty(new OneText<JsonEscape>(text).Written());
    });

    [Fact]
    public void By_options_alone()
    {
        Assert.All(s_inOptions, text =>
        {
            AssertRefused(new OneText<OptionEscape>(text));
            Assert.NotEmpty(new OneText<XmlEscape>(text).Written());
            Assert.NotEmpty(new OneText<JsonEscape>(text).Written());
            Assert.NotEmpty(new OneText<JsonInXmlEscape>(text).Written());
        });
        Assert.All(Enumerable.Range(0, 0x20).Append(0x7F), number =>
        {
            string control = ((char)number).ToString();
            foreach (string text in (string[])[control, "12345678" + control, control + new string('x', 70), new string('ä', 40) + control + ","])
            {
                AssertRefused(new OneText<OptionEscape>(text));
                AssertRefused(new OneText<OptionEscape>(text + text));
            }
        });
    }

    [Fact]
    public void By_none() => Assert.All(s_nowhere, text =>
    {
        Assert.True(new OneText<XmlEscape>(text).Written().Length >= text.Length);
        Assert.True(new OneText<JsonInXmlEscape>(text).Written().Length >= text.Length);
        Assert.True(new OneText<OptionEscape>(text).Written().Length >= text.Length);
    });

    [Fact]
    public void A_null_text() => AssertRefused(new OneText<XmlEscape>(null));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    [InlineData(long.MaxValue)]
    public void A_number_out_of_range(long number) => AssertRefused<Port, TreeXml>(new Port(number));

    [Theory]
    [InlineData(1)]
    [InlineData(65535)]
    public void But_not_one_at_its_border(long number) => Assert.True(Utf8Document.TryWrite<Port, TreeXml>(new Port(number), new byte[20], out _));

    private static void AssertRefused<TEscape>(OneText<TEscape> template)
        where TEscape : IUtf8Escape
    {
        AssertRefused<OneText<TEscape>, TreeXml>(template);
        AssertRefused<OneText<TEscape>, DomainXml>(template);
        AssertRefused<OneText<TEscape>, Qmp>(template);
        AssertRefused<OneText<TEscape>, Dot>(template);
    }

    private static void AssertRefused<TTemplate, TDocument>(TTemplate template)
        where TTemplate : struct, ITemplate<TDocument>
        where TDocument : struct
    {
        Assert.Equal("Text", Assert.ThrowsAny<ArgumentException>(() => Utf8Document.MaxByteCount<TTemplate, TDocument>(template)).ParamName);

        foreach (int length in (int[])[64, 0])
        {
            var destination = new byte[length];
            Assert.Equal(
                "Text",
                Assert.ThrowsAny<ArgumentException>(() => Utf8Document.TryWrite<TTemplate, TDocument>(template, destination, out _)).ParamName);
            Assert.All(destination, value => Assert.Equal(0, value));
        }

        var writer = new ArrayBufferWriter<byte>();
        Assert.Equal("Text", Assert.ThrowsAny<ArgumentException>(() => Utf8Document.Write<TTemplate, TDocument>(template, writer)).ParamName);
        Assert.Equal(0, writer.WrittenCount);
    }

    private readonly struct Port(long number) : ITemplate<TreeXml>
    {
        private readonly long _number = number;

        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            long value = sink.Read(_number, 1, 65535, "Text");
            if (!sink.Fits(25, 0)) return sink;
            sink.Write("port="u8, value);
            return sink;
        }
    }
}
