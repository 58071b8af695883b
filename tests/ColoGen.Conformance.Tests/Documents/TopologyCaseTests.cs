using System.Reflection;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;

namespace ColoGen.Conformance.Tests.Documents;

public sealed class TopologyCaseTests
{
    /// <summary>A topology without values would be compiled, and never meet QEMU or libvirt.</summary>
    [Fact]
    public void Every_topology_has_a_case() => Assert.Empty(
        typeof(FileFormats).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FileFormats).Namespace && type.GetCustomAttribute<TopologyAttribute>() is not null)
            .Except(TopologyCases.All.Select(item => item.Make(Images.Nowhere).GetType()))
            .Select(type => type.Name));
}
