using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The commands that add a topology to a running QEMU, one a line.</summary>
internal static class QmpDocument
{
    /// <summary>A disk that no running machine takes would have nodes and no device.</summary>
    public static string? Obstacle(DocumentContext context, Attachment attachment) =>
        attachment.IsHostDisk ? null
        : PciAddress.Of(attachment) is { Bus: 0 } && Machines.IsQ35(context.Topology)
            ? $"'{attachment.Dev}' has a place on the root bus, which takes no disk while q35 runs: give [PciAddress] the Bus of a pcie-root-port"
        : DiskBuses.Get(attachment.Bus!.Value).CanBePlugged ? null
        : $"'{attachment.Dev}' is on {attachment.Bus.Value.ToWord()}, which takes no disk while the machine runs: use virtio, scsi or usb";

    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        BlockGraph graph = context.Graph;
        Nodes(builder, graph.Trees);
        foreach (EquatableArray<Option> item in graph.Objects) Command(builder, "object-add", item);
        NodeWalk.Devices(builder, graph, bridges: [], AddDevice);

        void AddDevice(Device device) => Command(builder, "device_add", device.Options);
    }

    /// <summary>The nodes of trees with what they need.</summary>
    public static void Nodes(TemplateBuilder builder, EquatableArray<BlockTree> trees)
    {
        var json = new JsonWriter(builder, Escape.Json);
        NodeWalk.Forward(builder, trees, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Command(builder, "object-add", item);
            StartCommand(builder, "blockdev-add");
            json.Write(node);
            EndCommand(builder);
        });
    }

    public static void Command(TemplateBuilder builder, string command, EquatableArray<Option> arguments)
    {
        StartCommand(builder, command);
        new JsonWriter(builder, Escape.Json).Write(arguments);
        EndCommand(builder);
    }

    /// <summary>A command with one argument.</summary>
    public static void Command(TemplateBuilder builder, string command, string key, DocumentValue value)
    {
        StartCommand(builder, command);
        builder.Literal("{\"").Literal(key).Value("\":\"", value, Escape.Json, "\"}");
        EndCommand(builder);
    }

    private static void StartCommand(TemplateBuilder builder, string command) =>
        builder.Literal("{\"execute\":\"").Literal(command).Literal("\",\"arguments\":");

    private static void EndCommand(TemplateBuilder builder) => builder.Literal("}\n");
}
