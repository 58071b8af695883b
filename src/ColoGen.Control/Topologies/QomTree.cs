using System.Text.Json;
using ColoGen.Control.Hosts;

namespace ColoGen.Control.Topologies;

/// <summary>What QEMU has in its tree of objects.</summary>
internal static class QomTree
{
    /// <summary>The objects of <c>object-add</c>.</summary>
    public const string Objects = "/objects";

    /// <summary>The devices that have an id.</summary>
    public const string Peripherals = "/machine/peripheral";

    /// <summary>The names and types of what is at a path.</summary>
    public static async Task<IEnumerable<(string Name, string Type)>> ListAsync(QmpClient client, string path, CancellationToken cancellationToken)
    {
        JsonElement items = await client.ExecuteAsync(
            QemuNames.Commands.QomList, writer => writer.WriteString("path", path), null, cancellationToken).ConfigureAwait(false);
        return items.EnumerateArray().Select(item => (
            item.GetProperty(QemuNames.Members.Name).GetString()!,
            item.GetProperty(QemuNames.Members.Type).GetString()!));
    }
}
