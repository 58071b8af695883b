using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ColoGen;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>QEMU takes every command line and every command, and replication starts.</summary>
internal static class QemuProof
{
    private const string Loopback = "127.0.0.1";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly QemuOptions s_pc = new(Machine: "pc");

    public static async IAsyncEnumerable<Statement> StatementsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using Images images = await Images.CreateAsync(cancellation);
        int port = FreePorts.Next();
        SecondaryHost secondary = Hosts.Secondary(images.Folder, DomainType.Qemu);
        PrimaryHost alone = Hosts.Primary(images.Folder, DomainType.Qemu, replica: null);
        PrimaryHost primary = Hosts.Primary(images.Folder, DomainType.Qemu, (Loopback, port));

        Qemu? server = null;
        Qemu? client = null;
        try
        {
            yield return new Statement(
                "secondary: QEMU starts with the blockdev arguments",
                async token => server = await Qemu.StartAsync(s_pc, secondary.GetBlockdevArguments(), token));
            if (server is null) yield break;
            yield return new Statement("secondary: the disk of the replica is exported", token => ExportAsync(server, port, token));
            yield return new Statement("primary: QEMU takes the QMP commands and their inverse", token => PlugAsync(primary, token));
            yield return new Statement(
                "primary: QEMU starts with the blockdev arguments, the replica attached",
                async token => client = await Qemu.StartAsync(s_pc, primary.GetBlockdevArguments(), token));
            if (client is null) yield break;
            yield return new Statement("secondary: replication starts", token => ReplicateAsync(server, isPrimary: false, token));
            yield return new Statement("primary: replication starts", token => ReplicateAsync(client, isPrimary: true, token));
        }
        finally
        {
            if (client is not null) await client.DisposeAsync();
            if (server is not null) await server.DisposeAsync();
        }

        yield return new Statement("secondary: QEMU takes the QMP commands and their inverse", token => PlugAsync(secondary, token));
        yield return new Statement("primary: QEMU starts with the drive arguments", token => StartAsync(alone.GetDriveArguments(), token));
        yield return new Statement("secondary: QEMU starts with the drive arguments", token => StartAsync(secondary.GetDriveArguments(), token));
    }

    private static async Task StartAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await using Qemu qemu = await Qemu.StartAsync(s_pc, arguments, cancellation);
    }

    private static async Task ExportAsync(Qemu qemu, int port, CancellationToken cancellation)
    {
        await qemu.ExecuteAsync(
            "nbd-server-start",
            new JsonObject
            {
                ["addr"] = new JsonObject
                {
                    ["type"] = "inet",
                    ["data"] = new JsonObject { ["host"] = Loopback, ["port"] = port.ToString(CultureInfo.InvariantCulture) },
                },
            },
            cancellation);
        await qemu.ExecuteAsync(
            "block-export-add",
            new JsonObject { ["type"] = "nbd", ["id"] = "parent0", ["node-name"] = "parent0-0", ["name"] = "parent0", ["writable"] = true },
            cancellation);
    }

    private static async Task ReplicateAsync(Qemu qemu, bool isPrimary, CancellationToken cancellation) => await qemu.ExecuteAsync(
        "xen-set-replication", new JsonObject { ["enable"] = true, ["primary"] = isPrimary }, cancellation);

    /// <summary>Adds a host to a running QEMU, takes it out again, and sees that nothing is left.</summary>
    private static async Task PlugAsync<T>(T host, CancellationToken cancellation)
        where T : IQmp, IQmpInverse
    {
        await using Qemu qemu = await Qemu.StartAsync(s_pc, cancellationToken: cancellation);
        foreach (string line in Lines(host.ToQmpString())) await qemu.ExecuteLineAsync(line, cancellation);
        foreach (string line in Lines(host.ToQmpInverseString()))
        {
            await qemu.ExecuteLineAsync(line, cancellation);
            if (!line.Contains("\"device_del\"")) continue;

            // No guest is there to let the device go; a reset does it too.
            await qemu.ExecuteAsync("system_reset", cancellationToken: cancellation);
            await qemu.WaitForEventAsync(
                "DEVICE_DELETED", s_patience, deleted => deleted.GetString("device") is not null, cancellation);
        }

        IReadOnlyList<QemuNode> left = await qemu.NodesAsync(cancellation);
        if (left.Count > 0) throw new InvalidDataException($"{left[0].Name} is left.");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
