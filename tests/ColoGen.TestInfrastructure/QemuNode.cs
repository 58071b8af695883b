using System.Text.Json;

namespace ColoGen.TestInfrastructure;

/// <summary>A block node as QEMU has it; the names of nodes that QEMU made by itself begin with '#'.</summary>
/// <param name="Name">The node-name.</param>
/// <param name="Driver">The block driver, such as "qcow2".</param>
/// <param name="ReadOnly">Whether it is open for reading only at the moment.</param>
public sealed record QemuNode(string Name, string Driver, bool ReadOnly)
{
    internal const string Query = """{"execute":"query-named-block-nodes","arguments":{"flat":true}}""";

    internal static IReadOnlyList<QemuNode> List(JsonElement nodes) =>
    [
        .. nodes.EnumerateArray().Select(node => new QemuNode(
            node.GetProperty("node-name").GetString()!,
            node.GetProperty("drv").GetString()!,
            node.GetProperty("ro").GetBoolean())),
    ];
}
