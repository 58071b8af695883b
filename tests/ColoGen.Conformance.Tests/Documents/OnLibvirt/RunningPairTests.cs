using System.Text.Json.Nodes;
using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.OnQemu;
using ColoGen.Conformance.Tests.Support;
using ColoPair;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

/// <summary>libvirt starts both hosts of a pair, with real images, and their disks are replicated.</summary>
[Collection(LibvirtCollection.Name)]
public sealed class RunningPairTests(LibvirtFixture fixture) : IDisposable
{
    private readonly Workplace _place = new();
    private readonly int _port = FreePorts.Next();

    public void Dispose() => _place.Dispose();

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task The_primary_host_runs_with_the_declared_graph()
    {
        PrimaryHost host = await _place.MakeAsync(at => SampleHosts.Primary(at, port: null));

        await RunAsync(host, async domain =>
        {
            Assert.Equal(["libvirt-1-format qcow2", "libvirt-1-storage file", "vda-0 quorum"], await NodesAsync(domain));
            Assert.Equal("vda-0", CaseOnQemu.NodeUnder(await QueryBlockAsync(domain), "ua-vda"));
        });
    }

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task The_secondary_host_runs_with_the_declared_graph()
    {
        SecondaryHost host = await _place.MakeAsync(SampleHosts.Secondary);

        await RunAsync(host, async domain =>
        {
            Assert.Equal(
                [
                    "libvirt-1-format qcow2", "libvirt-1-storage file", "parent0-0 raw", "vda-0 quorum", "vda-1 replication",
                    "vda-2 qcow2", "vda-2-storage file", "vda-3 qcow2", "vda-3-storage file",
                ],
                await NodesAsync(domain));
            Assert.Equal("vda-0", CaseOnQemu.NodeUnder(await QueryBlockAsync(domain), "ua-vda"));
        });
    }

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task What_the_primary_writes_arrives_on_the_secondary()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, port: null));

        await RunAsync(secondary, async follower =>
        {
            await ExecuteAsync(follower, "nbd-server-start", new()
            {
                ["addr"] = new JsonObject
                {
                    ["type"] = "inet",
                    ["data"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = $"{_port}" },
                },
            });
            await ExecuteAsync(follower, "block-export-add", new()
            {
                ["type"] = "nbd", ["id"] = "parent0", ["node-name"] = "parent0-0", ["name"] = "parent0", ["writable"] = true,
            });

            await RunAsync(primary, async leader =>
            {
                await AttachReplicaAsync(leader, primary);
                await StartReplicationAsync(follower, isPrimary: false);
                await StartReplicationAsync(leader, isPrimary: true);

                await ExecuteAsync(leader, "human-monitor-command", new()
                {
                    ["command-line"] = "qemu-io -d /machine/peripheral/ua-vda/virtio-backend \"write -P 0x5a 0 64k\"",
                });
            });
        });

        // What qemu-io prints inside libvirt's QEMU is out of reach, so the image itself is read.
        await using Qemu reader = await Qemu.StartAsync(new("none"), ["-blockdev", ImageNode(secondary.Parent.File)]);
        Assert.Equal("", await reader.QemuIoAsync("image", "read -q -P 0x5a 0 64k"));
        Assert.Contains("Pattern verification failed", await reader.QemuIoAsync("image", "read -q -P 0x5b 0 64k"));
    }

    private async Task RunAsync<T>(T topology, Func<LibvirtDomain, Task> use)
        where T : IDomainXml =>
        await fixture.Libvirt.RunDomainAsync(topology.ToDomainXmlString(), async domain =>
        {
            await use(domain);
            return true;
        });

    private static Task<JsonElement> ExecuteAsync(LibvirtDomain domain, string command, JsonObject? arguments = null)
    {
        JsonObject request = new() { ["execute"] = command };
        if (arguments is not null) request["arguments"] = arguments;
        return domain.MonitorCommandAsync(request.ToJsonString());
    }

    private static async Task<IEnumerable<string>> NodesAsync(LibvirtDomain domain) =>
        (await domain.NodesAsync()).Select(node => $"{node.Name} {node.Driver}").Order(StringComparer.Ordinal);

    private static Task<JsonElement> QueryBlockAsync(LibvirtDomain domain) => ExecuteAsync(domain, "query-block");

    private static async Task StartReplicationAsync(LibvirtDomain domain, bool isPrimary)
    {
        await ExecuteAsync(domain, "xen-set-replication", new() { ["enable"] = true, ["primary"] = isPrimary });
        Assert.False((await ExecuteAsync(domain, "query-xen-replication-status")).GetProperty("error").GetBoolean());
    }

    /// <summary>The nodes of the replica have our names: libvirt knows none of them.</summary>
    private async Task AttachReplicaAsync(LibvirtDomain domain, PrimaryHost host)
    {
        PrimaryHost complete = SampleHosts.Primary(new(_place.Folder, NbdPlace.Nowhere), _port);
        string[] replica = [.. SampleHosts.ReplicaCommands(host, complete)];
        Assert.Equal(3, replica.Length);
        foreach (string command in replica) await domain.MonitorCommandAsync(command);
        await ExecuteAsync(domain, "x-blockdev-change", new() { ["parent"] = "vda-0", ["node"] = "vda-2" });
    }

    private static string ImageNode(string path) => new JsonObject
    {
        ["driver"] = "qcow2",
        ["node-name"] = "image",
        ["file"] = new JsonObject { ["driver"] = "file", ["filename"] = path },
    }.ToJsonString();
}
