using System.Buffers;
using ColoGen.Behavior.Tests.Data;

namespace ColoGen.Behavior.Tests;

/// <summary>Writing allocates nothing, on the code that is emitted for each topology.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 3;
    private const int WarmUps = 20;
    private const int Writes = 20;

    private static readonly byte[] s_destination = new byte[1 << 20];

    public static TheoryData<string> Cases => TopologyCases.Names(_ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Writing_into_a_span_allocates_nothing(string name)
    {
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            Assert.Equal((document.Name, 0), (document.Name, AllocatedBy(() => document.TryWrite(s_destination, out _))));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Writing_into_a_writer_allocates_nothing(string name)
    {
        ArrayBufferWriter<byte> writer = new(s_destination.Length);
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            Assert.Equal((document.Name, 0), (document.Name, AllocatedBy(() =>
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
            Assert.Equal((document.Name, 0), (document.Name, AllocatedBy(() => document.GetMaxByteCount())));
            Assert.Equal((document.Name, 0), (document.Name, AllocatedBy(() => document.TryWrite([], out _))));
        }
    }

    /// <summary>What every round of writes allocates; once in a while the runtime itself does, when it has optimised a method.</summary>
    private static long AllocatedBy(Action write) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        for (int count = 0; count < WarmUps; count++) write();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int count = 0; count < Writes; count++) write();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
