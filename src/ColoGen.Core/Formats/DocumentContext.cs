using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Diagrams;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats;

/// <summary>What the documents of one topology share. Each part is computed once, when it is first used.</summary>
internal sealed class DocumentContext(TopologyContext topology)
{
    private BlockGraph? _graph;
    private DiagramGraph? _diagram;
    private LibvirtChains? _chains;

    public TopologyContext Context { get; } = topology;

    public Topology Topology => Context.Topology;

    /// <summary>The block graph with its usual names.</summary>
    public BlockGraph Graph => _graph ??= BlockGraphBuilder.Build(Context);

    /// <summary>The block graph as people see it.</summary>
    public DiagramGraph Diagram => _diagram ??= new DiagramGraph(Graph);

    /// <summary>What libvirt opens by itself.</summary>
    public LibvirtChains Chains => _chains ??= new LibvirtChains(Context);
}
