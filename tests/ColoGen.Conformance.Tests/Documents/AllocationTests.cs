using System.Buffers;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Writing allocates nothing, on the code that is emitted for each topology.</summary>
public sealed class AllocationTests
{
    private static readonly byte[] s_destination = new byte[1 << 20];

    public static TheoryData<string> Cases => TopologyCases.Names(_ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Writing_into_a_span_allocates_nothing(string name)
    {
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            Assert.Equal((document.Name, 0), (document.Name, Allocation.Of(() => document.TryWrite(s_destination, out _))));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Writing_into_a_writer_allocates_nothing(string name)
    {
        ArrayBufferWriter<byte> writer = new(s_destination.Length);
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            Assert.Equal((document.Name, 0), (document.Name, Allocation.Of(() =>
            {
                writer.ResetWrittenCount();
                document.Write(writer);
            })));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Telling_the_size_and_failing_for_lack_of_room_allocate_nothing(string name)
    {
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            Assert.Equal((document.Name, 0), (document.Name, Allocation.Of(() => document.GetMaxByteCount())));
            Assert.Equal((document.Name, 0), (document.Name, Allocation.Of(() => document.TryWrite([], out _))));
        }
    }
}
