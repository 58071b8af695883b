using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The commands that add a topology to a running QEMU, one a line.</summary>
internal static class QmpDocument
{
    public static void Write(TemplateBuilder builder, TopologyContext index)
    {
        BlockGraph graph = index.Graph;
        Nodes(builder, graph.Trees);
        foreach (EquatableArray<Option> item in graph.Objects) Command(builder, "object-add", item);
        foreach (Device controller in graph.Controllers) AddDevice(controller);
        foreach (BlockTree tree in graph.Trees) NodeWalk.Frontend(builder, tree, AddDevice);

        void AddDevice(Device device)
        {
            if (device.CanBePlugged) Command(builder, "device_add", device.Options);
        }
    }

    /// <summary>The nodes of trees with what they need.</summary>
    public static void Nodes(TemplateBuilder builder, EquatableArray<BlockTree> trees)
    {
        var json = new JsonTemplate(builder, Escape.Json);
        NodeWalk.Forward(builder, trees, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Command(builder, "object-add", item);
            Begin(builder, "blockdev-add");
            json.Write(node);
            End(builder);
        });
    }

    public static void Command(TemplateBuilder builder, string command, EquatableArray<Option> arguments)
    {
        Begin(builder, command);
        new JsonTemplate(builder, Escape.Json).Write(arguments);
        End(builder);
    }

    /// <summary>A command with one argument.</summary>
    public static void Command(TemplateBuilder builder, string command, string key, Text value)
    {
        Begin(builder, command);
        builder.Literal("{\"").Literal(key).Text("\":\"", value, Escape.Json, "\"}");
        End(builder);
    }

    private static void Begin(TemplateBuilder builder, string command) => builder.Literal("{\"execute\":\"").Literal(command).Literal("\",\"arguments\":");

    private static void End(TemplateBuilder builder) => builder.Literal("}\n");
}
