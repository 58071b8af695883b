using System.Buffers;
using ColoGen.Serialization;
using static ColoGen.Serialization.DocumentKind;

namespace ColoGen.Tests.Serialization;

public sealed class DestinationTests
{
    private static readonly OneText<XmlEscape> s_document = new("a&b<磁盘>🦊");

    [Fact]
    public void One_that_is_too_small_gives_false_and_stays_as_it_is()
    {
        for (int length = 0; length < Length; length++)
        {
            var destination = new byte[length];
            Assert.False(Utf8Document.TryWrite<OneText<XmlEscape>, TreeXml>(s_document, destination, out int bytesWritten));
            Assert.Equal(0, bytesWritten);
            Assert.All(destination, value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void One_below_the_bound_but_large_enough_is_written()
    {
        Assert.True(Utf8Document.MaxByteCount<OneNumber, TreeXml>(new OneNumber(7)) > 1);
        Assert.True(Utf8Document.TryWrite<OneNumber, TreeXml>(new OneNumber(7), new byte[1], out int bytesWritten));
        Assert.Equal(1, bytesWritten);
    }

    [Fact]
    public void A_constant_is_copied_where_it_fits()
    {
        var destination = new byte[3];
        Assert.False(Utf8Document.TryWrite("four"u8, destination, out int bytesWritten));
        Assert.Equal(0, bytesWritten);
        Assert.Equal(new byte[3], destination);
        Assert.True(Utf8Document.TryWrite("one"u8, destination, out bytesWritten));
        Assert.Equal(3, bytesWritten);
        Assert.Equal("one"u8, destination);
    }

    [Fact]
    public void A_writer_is_advanced_by_what_was_written()
    {
        var writer = new ArrayBufferWriter<byte>();
        Utf8Document.Write<OneText<XmlEscape>, TreeXml>(s_document, writer);
        Utf8Document.Write<OneText<XmlEscape>, TreeXml>(s_document, writer);
        Assert.Equal(2 * Length, writer.WrittenCount);
    }

    [Fact]
    public void A_writer_that_gives_less_than_asked_for_is_not_advanced()
    {
        var writer = new ShortWriter();
        Assert.Throws<InvalidOperationException>(() => Utf8Document.Write<OneText<XmlEscape>, TreeXml>(s_document, writer));
        Assert.Equal(0, writer.Advanced);
    }

    [Fact]
    public void A_writer_that_is_null_is_refused() =>
        Assert.Equal("writer", Assert.Throws<ArgumentNullException>(() => Utf8Document.Write<OneText<XmlEscape>, TreeXml>(s_document, null!)).ParamName);

    [Fact]
    public void A_value_that_grows_meanwhile_is_no_overrun()
    {
        var destination = new byte[64];
        Assert.Throws<InvalidOperationException>(() => Utf8Document.TryWrite<Growing, TreeXml>(new Growing([0]), destination.AsSpan(0, 32), out _));
        Assert.All(destination[32..], value => Assert.Equal(0, value));
    }

    private static int Length => System.Text.Encoding.UTF8.GetByteCount(s_document.Written()) + 2;

    private sealed class ShortWriter : IBufferWriter<byte>
    {
        public int Advanced { get; private set; }

        public void Advance(int count) => Advanced += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => new byte[4];

        public Span<byte> GetSpan(int sizeHint = 0) => new byte[4];
    }

    private readonly struct OneNumber(long number) : ITemplate<TreeXml>
    {
        private readonly long _number = number;

        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            long value = sink.Read(_number, 0, 9);
            if (!sink.Fits(20, 0)) return sink;
            sink.Write(default, value);
            return sink;
        }
    }

    /// <summary>A list with a text that is longer each time that it is read.</summary>
    private readonly struct Growing(int[] times) : ITemplate<TreeXml>
    {
        private readonly int[] _times = times;

        static bool ITemplate<TreeXml>.HasLists => true;

        private string Text => new('x', 10 * ++_times[0] * _times[0]);

        public TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink
        {
            sink.Read<OptionEscape>(Text);
            if (!sink.Fits(0, 0)) return sink;
            sink.Write<OptionEscape>(default, Text);
            return sink;
        }
    }
}
