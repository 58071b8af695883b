using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Tests.Compiling;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>What it costs in memory to lay documents out and emit them, which is exact where times are not.</summary>
public sealed class EmissionCostTests
{
    [Fact]
    public void A_topology_takes_three_times_its_file_at_most()
    {
        Topology topology =
            DeclaredModels.Of(Compile.Sources(ValidSources.All["Declarations"])).Topologies.Single(topology => topology.Type.Name == "SecondaryHost");
        string text = TopologyEmitter.Emit(new TopologyContext(topology), error: null);
        long before = GC.GetAllocatedBytesForCurrentThread();
        TopologyEmitter.Emit(new TopologyContext(topology), error: null);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * sizeof(char) * text.Length);
    }
}
