using System.Buffers;
using ColoGen.Conformance.Tests.Documents.Topologies;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>A document that no span can hold.</summary>
public sealed class SizeLimitTests
{
    [Fact]
    public void A_document_of_more_than_two_gigabytes_is_refused_and_nothing_is_written()
    {
        Qcow2File child = new(string.Concat(Enumerable.Repeat("/" + new string('a', 200), 19)));
        ArrayOfLayers topology = new(new ArrayMirror([.. Enumerable.Repeat(child, 600_000)]));
        ArrayBufferWriter<byte> writer = new();

        Assert.Throws<OverflowException>(() => topology.GetTreeXmlMaxByteCount());
        Assert.Throws<OverflowException>(() => topology.WriteTreeXml(writer));
        Assert.False(topology.TryWriteTreeXml(new byte[100], out int written));
        Assert.Equal((0, 0), (written, writer.WrittenCount));
    }
}
