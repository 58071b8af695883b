using System.Buffers;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>Writes a document that has an invalid value, in every way, and checks that nothing is written.</summary>
internal static class RefusedWrite
{
    private const byte Untouched = 0xA5;

    /// <summary>The exception, the same in every way of writing.</summary>
    public static TException Of<TException>(TopologyDocument document)
        where TException : Exception
    {
        byte[] destination = [.. Enumerable.Repeat(Untouched, 100_000)];
        WatchedWriter writer = new(destination);

        TException refusal = Assert.Throws<TException>(() => document.TryWrite(destination, out _));
        Assert.Equal(refusal.Message, Assert.Throws<TException>(() => document.Write(writer)).Message);
        Assert.Equal(refusal.Message, Assert.Throws<TException>(() => document.GetMaxByteCount()).Message);

        Assert.Equal(0, writer.Advanced);
        Assert.Equal(-1, destination.AsSpan().IndexOfAnyExcept(Untouched));
        return refusal;
    }

    /// <summary>Hands out its memory and counts what is taken of it.</summary>
    private sealed class WatchedWriter(byte[] memory) : IBufferWriter<byte>
    {
        public int Advanced { get; private set; }

        public void Advance(int count) => Advanced += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => memory;

        public Span<byte> GetSpan(int sizeHint = 0) => memory;
    }
}
