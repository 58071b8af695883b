using System.Text.Json.Nodes;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>
/// Three NBD servers, over TCP, a unix socket and TLS, each with an export of every format that is named after it, and two
/// raw ones named <c>spare</c> and <c>parent0</c>.
/// </summary>
public sealed class NbdServers : IAsyncLifetime, IDisposable
{
    private static readonly string[] s_exports =
        ["raw", "qcow2", "qcow", "qed", "vmdk", "vdi", "vhdx", "vpc", "parallels", "bochs", "cloop", "dmg", "spare", "parent0"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<Qemu> _servers = [];

    public NbdPlace Place { get; private set; } = NbdPlace.Nowhere;

    public async Task InitializeAsync()
    {
        if (Programs.Missing(Programs.Qemu, "qemu-img") is not null) return;

        string certificates = Directory.CreateDirectory(_folder.File("tls")).FullName;
        Certificates.Create(certificates, NbdPlace.CertificateName);
        Place = new(FreePorts.Next(), _folder.File("nbd"), FreePorts.Next(), certificates);
        await ServeAsync("tcp", Inet(Place.Port), null);
        await ServeAsync("unix", new JsonObject { ["type"] = "unix", ["data"] = new JsonObject { ["path"] = Place.Socket } }, null);
        await ServeAsync("tls", Inet(Place.TlsPort), certificates);
    }

    public async Task DisposeAsync()
    {
        foreach (Qemu server in _servers) await server.DisposeAsync();
    }

    /// <summary>xunit calls it after <see cref="DisposeAsync"/>.</summary>
    public void Dispose() => _folder.Dispose();

    private JsonObject Inet(int port) => new()
    {
        ["type"] = "inet",
        ["data"] = new JsonObject { ["host"] = Place.Host, ["port"] = $"{port}" },
    };

    private async Task ServeAsync(string name, JsonObject address, string? certificates)
    {
        Qemu server = await Qemu.StartAsync();
        _servers.Add(server);
        JsonObject start = new() { ["addr"] = address };
        if (certificates is not null)
        {
            await server.ExecuteAsync("object-add", new JsonObject
            {
                ["qom-type"] = "tls-creds-x509", ["id"] = "tls", ["endpoint"] = "server", ["dir"] = certificates, ["verify-peer"] = false,
            });
            start["tls-creds"] = "tls";
        }

        await server.ExecuteAsync("nbd-server-start", start);
        foreach (string export in s_exports)
        {
            string path = _folder.File($"{name}-{export}");
            await File.WriteAllBytesAsync(path, await ImageBytes.OfAsync(export is "spare" or "parent0" ? "raw" : export));
            await server.ExecuteAsync("blockdev-add", new JsonObject { ["driver"] = "file", ["node-name"] = export, ["filename"] = path });
            await server.ExecuteAsync("block-export-add", new JsonObject
            {
                ["type"] = "nbd", ["id"] = export, ["node-name"] = export, ["name"] = export, ["writable"] = true,
            });
        }
    }
}
