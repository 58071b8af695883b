using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary><c>-blockdev</c> for each node, then <c>-device</c>, every argument ended by NUL.</summary>
internal static class BlockdevArgumentsDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index)
    {
        BlockGraph graph = index.Graph;
        var builder = new TemplateBuilder();
        var json = new JsonTemplate(builder, Escape.Json);
        NodeWalk.Forward(builder, graph, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Argument("-object", new ObjectOption(item));
            Argument("-blockdev", node.Arguments);
        });
        foreach (EquatableArray<Option> item in graph.Objects) Argument("-object", new ObjectOption(item));
        foreach (Device controller in graph.Controllers) Argument("-device", new ObjectOption(controller.Options));
        foreach (BlockTree tree in graph.Trees)
        {
            NodeWalk.Frontend(builder, tree, device => Argument("-device", new ObjectOption(device.Options)));
        }

        return builder.ToTemplate();

        void Argument(string name, ObjectOption value)
        {
            builder.Literal(name + "\0");
            json.Write(value);
            builder.Literal("\0");
        }
    }
}
