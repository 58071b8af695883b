using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The commands that take a topology out of a running QEMU again, one a line.</summary>
internal static class QmpInverseDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index)
    {
        BlockGraph graph = index.Graph;
        var builder = new TemplateBuilder();
        foreach (BlockTree tree in graph.Trees.Reverse()) NodeWalk.Frontend(builder, tree, DeleteDevice);
        foreach (Device controller in graph.Controllers.Reverse()) DeleteDevice(controller);
        foreach (EquatableArray<Option> item in graph.Objects.Reverse()) DeleteObject(builder, item);
        Nodes(builder, graph);
        return builder.ToTemplate();

        void DeleteDevice(Device device)
        {
            if (device.CanBePlugged) QmpDocument.Command(builder, "device_del", new Options().Add("id", device.Id).ToObject());
        }
    }

    /// <summary>The nodes of a graph with what they needed.</summary>
    public static void Nodes(TemplateBuilder builder, BlockGraph graph) => NodeWalk.Backward(builder, graph, node =>
    {
        QmpDocument.Command(builder, "blockdev-del", new Options().Add("node-name", node.Name).ToObject());
        foreach (EquatableArray<Option> item in node.Objects.Reverse()) DeleteObject(builder, item);
    });

    private static void DeleteObject(TemplateBuilder builder, EquatableArray<Option> item) => QmpDocument.Command(
        builder, "object-del", new Options().Add("id", item.Single(option => option.Key == "id").Value).ToObject());
}
