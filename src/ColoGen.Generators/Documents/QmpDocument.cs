using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The commands that add a topology to a running QEMU, one a line.</summary>
internal static class QmpDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index)
    {
        BlockGraph graph = index.Graph;
        var builder = new TemplateBuilder();
        Nodes(builder, graph);
        foreach (EquatableArray<Option> item in graph.Objects) Command(builder, "object-add", new ObjectOption(item));
        foreach (Device controller in graph.Controllers) AddDevice(controller);
        foreach (BlockTree tree in graph.Trees) NodeWalk.Frontend(builder, tree, AddDevice);
        return builder.ToTemplate();

        void AddDevice(Device device)
        {
            if (device.CanBePlugged) Command(builder, "device_add", new ObjectOption(device.Options));
        }
    }

    /// <summary>The nodes of a graph with what they need.</summary>
    public static void Nodes(TemplateBuilder builder, BlockGraph graph) => NodeWalk.Forward(builder, graph, node =>
    {
        foreach (EquatableArray<Option> item in node.Objects) Command(builder, "object-add", new ObjectOption(item));
        Command(builder, "blockdev-add", node.Arguments);
    });

    public static void Command(TemplateBuilder builder, string command, ObjectOption arguments)
    {
        builder.Literal($"{{\"execute\":\"{command}\",\"arguments\":");
        new JsonTemplate(builder, Escape.Json).Write(arguments);
        builder.Literal("}\n");
    }
}
