using ColoGen.Writing;
using CsCheck;

namespace ColoGen.Tests.Writing;

/// <summary>The three sinks agree on the size of a document.</summary>
public sealed class SinkTests
{
    [Fact]
    public void Of_xml() => Texts.ForXml.Sample(AssertSizes<XmlEscape>);

    [Fact]
    public void Of_json() => Texts.ForArguments.Sample(AssertSizes<JsonEscape>);

    [Fact]
    public void Of_json_in_xml() => Texts.ForXml.Sample(AssertSizes<JsonInXmlEscape>);

    [Fact]
    public void Of_options() => Texts.ForArguments.Sample(AssertSizes<OptionEscape>);

    [Fact]
    public void Of_numbers() => Gen.Long.Sample(number => AssertSizes(new OneNumber(number)));

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void Of_the_longest_numbers_and_the_shortest(long number) => AssertSizes(new OneNumber(number));

    [Fact]
    public void Nothing_written_is_nothing()
    {
        AssertSizes(new Nothing());
        Assert.True(Utf8Document.TryWrite(new Nothing(), [], out int bytesWritten));
        Assert.Equal(0, bytesWritten);
    }

    private static void AssertSizes<TEscape>(string text)
        where TEscape : IUtf8Escape => AssertSizes(new OneText<TEscape>(text));

    /// <summary>The bound is enough, the count is exact, and nothing behind what was written is touched.</summary>
    private static void AssertSizes<TTemplate>(TTemplate template)
        where TTemplate : struct, IUtf8Template
    {
        Utf8Count count = template.Write(new Utf8Count());
        int bound = Utf8Document.GetMaxByteCount(template);
        Assert.True(bound >= count.ByteCount, $"The bound {bound} is less than {count.ByteCount}.");

        var destination = new byte[bound + 1];
        destination.AsSpan().Fill(0xEE);
        Assert.True(Utf8Document.TryWrite(template, destination, out int bytesWritten));
        Assert.Equal(count.ByteCount, bytesWritten);
        Assert.True(destination.AsSpan(bytesWritten).IndexOfAnyExcept((byte)0xEE) < 0);
    }

    private readonly struct OneNumber(long number) : IUtf8Template
    {
        private readonly long _number = number;

        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            sink.Number(_number);
            return sink;
        }
    }

    private readonly struct Nothing : IUtf8Template
    {
        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            sink.Literal([]);
            return sink;
        }
    }
}
