using System.Buffers;
using System.Text;
using static ColoGen.Benchmarks.Writing.Everywhere;

namespace ColoGen.Benchmarks.Writing;

#pragma warning disable MA0048 // One work is a few lines; the file is named after all of them.

internal readonly struct Copy(byte[] bytes) : IWork
{
    public void Write(byte[] memory, int place) => bytes.AsSpan().CopyTo(memory.AsSpan(place));
}

internal readonly struct Constant(Secondary host) : IWork
{
    public void Write(byte[] memory, int place) => host.TryWriteQmpInverse(memory.AsSpan(place), out _);
}

internal readonly struct OneDiskXml(OneDisk host) : IWork
{
    public void Write(byte[] memory, int place) => host.TryWriteTreeXml(memory.AsSpan(place), out _);
}

internal readonly struct TreeXml(Secondary host) : IWork
{
    public void Write(byte[] memory, int place) => host.TryWriteTreeXml(memory.AsSpan(place), out _);
}

internal readonly struct EncodedTreeXml(EncodedSecondary host) : IWork
{
    public void Write(byte[] memory, int place) => host.TryWriteTreeXml(memory.AsSpan(place), out _);
}

internal readonly struct BufferedTreeXml(Secondary host, BufferedTreeXml.Writer writer) : IWork
{
    public void Write(byte[] memory, int place)
    {
        writer.Restart(memory, place);
        host.WriteTreeXml(writer);
    }

    /// <summary>A buffer writer over memory that is there already.</summary>
    internal sealed class Writer : IBufferWriter<byte>
    {
        private byte[] _memory = [];
        private int _place;

        public void Restart(byte[] memory, int place) => (_memory, _place) = (memory, place);

        public void Advance(int count)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_memory.Length - _place), nameof(count));
            _place += count;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => _memory.AsSpan(_place);

        public Memory<byte> GetMemory(int sizeHint = 0) => _memory.AsMemory(_place);
    }
}

internal readonly struct BlockdevJson(Secondary host) : IWork
{
    public void Write(byte[] memory, int place) => host.TryWriteBlockdevArguments(memory.AsSpan(place), out _);
}

internal readonly struct EncodedBlockdevJson(EncodedSecondary host) : IWork
{
    public void Write(byte[] memory, int place) => host.TryWriteBlockdevArguments(memory.AsSpan(place), out _);
}

/// <summary>Texts one behind the other, by what the runtime has for them.</summary>
internal readonly struct GetBytes(string[] texts) : IWork
{
    public void Write(byte[] memory, int place)
    {
        foreach (string text in texts) place += Encoding.UTF8.GetBytes(text, memory.AsSpan(place));
    }
}
