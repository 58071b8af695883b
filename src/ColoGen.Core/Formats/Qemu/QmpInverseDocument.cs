using ColoGen.Core.Infrastructure;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The commands that take a topology out of a running QEMU again, one a line.</summary>
internal static class QmpInverseDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        BlockGraph graph = context.Graph;
        NodeWalk.DevicesBackward(builder, graph, DeleteDevice);
        graph.Objects.ForEachBackward(item => DeleteObject(builder, item));
        Nodes(builder, graph.Trees);

        void DeleteDevice(Device device) => QmpDocument.Command(builder, "device_del", "id", device.Id);
    }

    /// <summary>The nodes of trees with what they needed.</summary>
    public static void Nodes(TemplateBuilder builder, EquatableArray<BlockTree> trees) => NodeWalk.Backward(builder, trees, node =>
    {
        QmpDocument.Command(builder, "blockdev-del", "node-name", node.Name);
        node.Objects.ForEachBackward(item => DeleteObject(builder, item));
    });

    private static void DeleteObject(TemplateBuilder builder, EquatableArray<Option> item) =>
        QmpDocument.Command(builder, "object-del", "id", item.Single(option => option.Key == "id").Value!);
}
