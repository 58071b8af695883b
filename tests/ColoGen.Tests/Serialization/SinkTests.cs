using ColoGen.Serialization;
using static ColoGen.Serialization.DocumentKind;
using CsCheck;

namespace ColoGen.Tests.Serialization;

/// <summary>The sinks agree on the size of a document.</summary>
public sealed class SinkTests
{
    [Fact]
    public void Of_xml() => Texts.ForXml.Sample(AssertSizes<XmlEscape>);

    [Fact]
    public void Of_json() => Texts.ForJson.Sample(AssertSizes<JsonEscape>);

    [Fact]
    public void Of_json_in_xml() => Texts.ForXml.Sample(AssertSizes<JsonInXmlEscape>);

    [Fact]
    public void Of_options() => Texts.ForOptions.Sample(AssertSizes<OptionEscape>);

    [Fact]
    public void Of_numbers() => Gen.Long.Sample(number => AssertSizes<OneNumber, TreeXml>(new OneNumber(number)));

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void Of_the_longest_numbers_and_the_shortest(long number) => AssertSizes<OneNumber, TreeXml>(new OneNumber(number));

    [Fact]
    public void Nothing_written_is_nothing()
    {
        AssertSizes<Nothing, TreeXml>(new Nothing());
        Assert.True(Utf8Document.TryWrite<Nothing, TreeXml>(new Nothing(), [], out int bytesWritten));
        Assert.Equal(0, bytesWritten);
    }

    private static void AssertSizes<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        var template = new OneText<TEscape>(text);
        AssertSizes<OneText<TEscape>, TreeXml>(template);
        AssertSizes<OneText<TEscape>, DomainXml>(template);
        AssertSizes<OneText<TEscape>, Qmp>(template);
        AssertSizes<OneText<TEscape>, Dot>(template);
    }

    /// <summary>The bound is enough, the count is exact, just so much room will do, and nothing behind what was written is touched.</summary>
    private static void AssertSizes<TTemplate, TDocument>(TTemplate template)
        where TTemplate : struct, ITemplate<TDocument>
        where TDocument : struct
    {
        int count = (int)template.Write(new CountSink()).ByteCount;
        int bound = Utf8Document.MaxByteCount<TTemplate, TDocument>(template);
        Assert.True(bound >= count, $"The bound {bound} is less than {count}.");

        byte[] first = [];
        foreach (int length in (int[])[count, bound, bound + 100])
        {
            var destination = new byte[length + 1];
            destination.AsSpan().Fill(0xEE);
            Assert.True(Utf8Document.TryWrite<TTemplate, TDocument>(template, destination.AsSpan(0, length), out int bytesWritten));
            Assert.Equal(count, bytesWritten);
            Assert.True(destination.AsSpan(bytesWritten).IndexOfAnyExcept((byte)0xEE) < 0);
            if (first.Length == 0) first = destination[..count];
            Assert.Equal(first, destination[..count]);
        }

        if (count > 0) Assert.False(Utf8Document.TryWrite<TTemplate, TDocument>(template, new byte[count - 1], out _));
    }

    private readonly struct OneNumber(long number) : ITemplate<TreeXml>
    {
        private readonly long _number = number;

        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            long value = sink.Read(_number, long.MinValue, long.MaxValue);
            if (!sink.Fits(20, 0)) return sink;
            sink.Write(default, value);
            return sink;
        }
    }

    private readonly struct Nothing : ITemplate<TreeXml>
    {
        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            if (!sink.Fits(0, 0)) return sink;
            sink.Write([]);
            return sink;
        }
    }
}
