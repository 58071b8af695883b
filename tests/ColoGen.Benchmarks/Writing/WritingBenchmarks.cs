using System.Buffers;
using BenchmarkDotNet.Attributes;

namespace ColoGen.Benchmarks.Writing;

/// <summary>The same documents by BenchmarkDotNet, which runs each by itself; its memory column is exact.</summary>
[MemoryDiagnoser, ShortRunJob]
public class WritingBenchmarks
{
    private readonly byte[] _destination = new byte[1 << 16];
    private readonly byte[] _tree = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _writer = new(1 << 16);
    private readonly EncodedSecondary _encoded = EncodedSecondary.Of(Secondary.Example);
    private int _length;

    [GlobalSetup]
    public void Setup() => Secondary.Example.TryWriteTreeXml(_tree, out _length);

    [Benchmark(Baseline = true)]
    public void CopyOfTheTreeXml() => _tree.AsSpan(0, _length).CopyTo(_destination);

    [Benchmark]
    public bool TreeXml() => Secondary.Example.TryWriteTreeXml(_destination, out _);

    [Benchmark]
    public bool TreeXmlEncodedBefore() => _encoded.TryWriteTreeXml(_destination, out _);

    [Benchmark]
    public bool BlockdevJson() => Secondary.Example.TryWriteBlockdevArguments(_destination, out _);

    [Benchmark]
    public bool OneDisk() => Writing.OneDisk.Example.TryWriteTreeXml(_destination, out _);

    [Benchmark]
    public void TreeXmlToABufferWriter()
    {
        _writer.ResetWrittenCount();
        Secondary.Example.WriteTreeXml(_writer);
    }
}
