using System.Text.Json;
using ColoGen.Control.Hosts;

namespace ColoGen.Control.Topologies;

/// <summary>
/// Sends commands, and puts PCI devices on free ports of a QEMU that takes no device elsewhere. Nothing is cancelled: a command that was sent is waited for,
/// so that it is known whether it has added something.
/// </summary>
internal sealed class PciPorts(QmpClient client)
{
    private const string RootPort = "child<pcie-root-port>";

    /// <summary>A property that every PCI device has, and no other device.</summary>
    private const string PciProperty = "romfile";

    /// <exception cref="InvalidOperationException">QEMU refused a PCI device that there is no free port for.</exception>
    public async Task AddAsync(GeneratedCommand command)
    {
        bool isOnPci = await IsPciDeviceAsync(command).ConfigureAwait(false);
        string? port = isOnPci ? await FindFreeAsync().ConfigureAwait(false) : null;
        try
        {
            await (port is null
                ? client.ExecuteLineAsync(command.Line)
                : client.ExecuteAsync(command.Name, writer => Write(writer, command.Arguments, port))).ConfigureAwait(false);
        }
        catch (QmpException refusal) when (isOnPci && port is null)
        {
            throw new InvalidOperationException(
                $"{client.Name} refused the device '{command.Id}', and has no free pcie-root-port for it: {refusal.Description}. On the machine q35, start "
                + "QEMU with -device pcie-root-port,id=…,chassis=… for each virtio disk and each controller.",
                refusal);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement arguments, string port)
    {
        foreach (JsonProperty member in arguments.EnumerateObject()) member.WriteTo(writer);
        writer.WriteString(QemuNames.Members.Bus, port);
    }

    /// <summary>
    /// Whether the command adds a device that a PCI bus takes. QEMU is not asked for all types that are PCI devices: it would load all of its modules, and
    /// end if they are another build's, as after an upgrade of its package.
    /// </summary>
    private async Task<bool> IsPciDeviceAsync(GeneratedCommand command)
    {
        if (command.Name != QemuNames.Commands.DeviceAdd || IsPlaced(command.Arguments)) return false;
        JsonElement driver = command.Arguments.GetProperty(QemuNames.Members.Driver);
        JsonElement properties = await client.ExecuteAsync(
            QemuNames.Commands.DeviceListProperties,
            writer => writer.WriteString("typename", driver.GetString())).ConfigureAwait(false);
        return properties.EnumerateArray().Any(property => property.GetProperty(QemuNames.Members.Name).GetString() == PciProperty);
    }

    /// <summary>Whether the declaration has chosen the place.</summary>
    private static bool IsPlaced(JsonElement device) =>
        device.TryGetProperty(QemuNames.Members.Bus, out _) || device.TryGetProperty(QemuNames.Members.Addr, out _);

    /// <summary>The id of a root port, which is the name of its bus, too.</summary>
    private async Task<string?> FindFreeAsync()
    {
        IEnumerable<string> ports = (await QomTree.ListAsync(client, QomTree.Peripherals, CancellationToken.None).ConfigureAwait(false))
            .Where(item => item.Type == RootPort)
            .Select(item => item.Name)
            .OrderBy(id => id.Length)
            .ThenBy(id => id, StringComparer.Ordinal);
        foreach (string port in ports)
        {
            JsonElement takesDevices = await client.ExecuteAsync(
                QemuNames.Commands.QomGet, writer => WriteProperty(writer, port, "hotplug")).ConfigureAwait(false);
            if (!takesDevices.GetBoolean()) continue;
            IEnumerable<(string Name, string Type)> bus =
                await QomTree.ListAsync(client, $"{QomTree.Peripherals}/{port}/{port}", CancellationToken.None).ConfigureAwait(false);
            if (!bus.Any(item => item.Name.StartsWith("child[", StringComparison.Ordinal))) return port;
        }

        return null;
    }

    private static void WriteProperty(Utf8JsonWriter writer, string device, string property)
    {
        writer.WriteString("path", $"{QomTree.Peripherals}/{device}");
        writer.WriteString("property", property);
    }
}
