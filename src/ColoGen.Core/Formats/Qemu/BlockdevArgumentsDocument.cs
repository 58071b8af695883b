using ColoGen.Core.Infrastructure;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary><c>-blockdev</c> for each node, then <c>-device</c>, every argument ended by NUL.</summary>
internal static class BlockdevArgumentsDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        BlockGraph graph = context.Graph;
        var json = new JsonWriter(builder, Escape.Json);
        NodeWalk.Forward(builder, graph.Trees, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Argument("-object\0", item);
            builder.Literal("-blockdev\0");
            json.Write(node);
            builder.Literal("\0");
        });
        foreach (EquatableArray<Option> item in graph.Objects) Argument("-object\0", item);
        NodeWalk.Devices(builder, graph, bridges: graph.Bridges, AddDevice);

        void AddDevice(Device device) => Argument("-device\0", device.Options);

        void Argument(string name, EquatableArray<Option> value)
        {
            builder.Literal(name);
            json.Write(value);
            builder.Literal("\0");
        }
    }
}
