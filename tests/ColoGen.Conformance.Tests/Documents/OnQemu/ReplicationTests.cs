using System.Text.Json.Nodes;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.Conformance.Tests.Support;
using ColoPair;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>Two QEMUs whose disks are replicated: the secondary's replication starts, and the primary's writes arrive.</summary>
public sealed class ReplicationTests : IDisposable
{
    private const string Written = "0x5a";

    private readonly Workplace _place = new();
    private readonly int _port = FreePorts.Next();

    private string Socket => _place.File("nbd");

    public void Dispose() => _place.Dispose();

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_pair_from_blockdev_arguments_replicates()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, port: null));
        PrimaryHost complete = SampleHosts.Primary(Places, _port);

        await ReplicateAsync(
            secondary.GetBlockdevArguments(),
            qemu => ServeAsync(qemu, Inet, "parent0"),
            primary.GetBlockdevArguments(),
            qemu => AttachAsync(qemu, primary, complete, ("vda-0", "vda-2")),
            new Disk("vda", "parent0-0"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_pair_from_drive_arguments_replicates()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, port: null));
        PrimaryHost complete = SampleHosts.Primary(Places, _port);

        await ReplicateAsync(
            secondary.GetDriveArguments(),
            qemu => ServeDrivesAsync(qemu, Inet, "parent0"),
            primary.GetDriveArguments(),
            qemu => AttachAsync(qemu, primary, complete, ("vda", "vda-2")),
            new Disk("vda", "parent0"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_pair_from_blockdev_arguments_replicates_with_the_replica_there_from_the_start()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, _port));

        await ReplicateAsync(
            secondary.GetBlockdevArguments(),
            qemu => ServeAsync(qemu, Inet, "parent0"),
            primary.GetBlockdevArguments(),
            _ => Task.CompletedTask,
            new Disk("vda", "parent0-0"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_pair_from_drive_arguments_replicates_with_the_replica_there_from_the_start()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, _port));

        await ReplicateAsync(
            secondary.GetDriveArguments(),
            qemu => ServeDrivesAsync(qemu, Inet, "parent0"),
            primary.GetDriveArguments(),
            _ => Task.CompletedTask,
            new Disk("vda", "parent0"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Two_disks_from_blockdev_arguments_replicate()
    {
        TwoDisksSecondary secondary = await _place.MakeAsync(TwoDisksSecondary);
        TwoDisksPrimary primary = await _place.MakeAsync(at => TwoDisksPrimary(at, hasReplicas: false));
        TwoDisksPrimary complete = TwoDisksPrimary(Places, hasReplicas: true);

        await ReplicateAsync(
            secondary.GetBlockdevArguments(),
            qemu => ServeAsync(qemu, Unix, "parent0", "parent1"),
            primary.GetBlockdevArguments(),
            qemu => AttachAsync(qemu, primary, complete, ("vda-0", "vda-2"), ("vdb-0", "vdb-2")),
            new Disk("vda", "parent0-0"),
            new Disk("vdb", "parent1-0"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Two_disks_from_drive_arguments_replicate()
    {
        TwoDisksSecondary secondary = await _place.MakeAsync(TwoDisksSecondary);
        TwoDisksPrimary primary = await _place.MakeAsync(at => TwoDisksPrimary(at, hasReplicas: false));
        TwoDisksPrimary complete = TwoDisksPrimary(Places, hasReplicas: true);

        await ReplicateAsync(
            secondary.GetDriveArguments(),
            qemu => ServeDrivesAsync(qemu, Unix, "parent0", "parent1"),
            primary.GetDriveArguments(),
            qemu => AttachAsync(qemu, primary, complete, ("vda", "vda-2"), ("vdb", "vdb-2")),
            new Disk("vda", "parent0"),
            new Disk("vdb", "parent1"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task The_replication_of_a_secondary_starts_in_a_QEMU_that_QMP_has_filled()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        await using Qemu qemu = await Qemu.StartAsync(new("pc"));

        await CaseOnQemu.ExecuteAsync(qemu, DocumentReader.Lines(secondary.ToQmpString()));
        await ServeAsync(qemu, Unix, "parent0");
        await StartReplicationAsync(qemu, isPrimary: false);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Replication_without_a_quorum_starts()
    {
        ReplicaAlone secondary = (ReplicaAlone)await _place.MakeAsync(TopologyCases.Get("replica without a quorum"));
        await using Qemu qemu = await Qemu.StartAsync(new("pc"), secondary.GetBlockdevArguments());

        await ServeAsync(qemu, Unix, "parent0");
        await StartReplicationAsync(qemu, isPrimary: false);
    }

    private sealed record Disk(string Device, string Parent);

    private Images Places => new(_place.Folder, NbdPlace.Nowhere);

    private JsonObject Inet => new()
    {
        ["type"] = "inet",
        ["data"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = $"{_port}" },
    };

    private JsonObject Unix => new() { ["type"] = "unix", ["data"] = new JsonObject { ["path"] = Socket } };

    private static TwoDisksSecondary TwoDisksSecondary(Images at) => new(
        new(at.Raw("parent0")),
        new(at.Qcow2("parent1")),
        new(new(new(at.Qcow2("active0"), new(at.Qcow2("hidden0"))))),
        new(new(new(at.Qcow2("active1"), new(at.Qcow2("hidden1"))))));

    private TwoDisksPrimary TwoDisksPrimary(Images at, bool hasReplicas) => new(
        new(new(at.Raw("primary0")), hasReplicas ? new(new(Socket, "parent0")) : null),
        new(new(at.Qcow2("primary1")), hasReplicas ? new(new(Socket, "parent1")) : null));

    private static async Task ServeAsync(Qemu qemu, JsonObject address, params string[] devs)
    {
        await qemu.ExecuteAsync("nbd-server-start", new JsonObject { ["addr"] = address });
        foreach (string dev in devs)
        {
            await qemu.ExecuteAsync("block-export-add", new JsonObject
            {
                ["type"] = "nbd", ["id"] = dev, ["node-name"] = $"{dev}-0", ["name"] = dev, ["writable"] = true,
            });
        }
    }

    /// <summary>A drive has no node name, so it takes the old command, which knows drives by their ids.</summary>
    private static async Task ServeDrivesAsync(Qemu qemu, JsonObject address, params string[] devs)
    {
        await qemu.ExecuteAsync("nbd-server-start", new JsonObject { ["addr"] = address });
        foreach (string dev in devs)
        {
            await qemu.ExecuteAsync("nbd-server-add", new JsonObject { ["device"] = dev, ["writable"] = true });
        }
    }

    /// <summary>Adds the nodes that the complete host has more, and puts each replica under its quorum.</summary>
    private static async Task AttachAsync(Qemu qemu, IQmp host, IQmp complete, params (string Quorum, string Replica)[] replicas)
    {
        await CaseOnQemu.ExecuteAsync(qemu, SampleHosts.ReplicaCommands(host, complete));
        foreach ((string quorum, string replica) in replicas)
        {
            await qemu.ExecuteAsync("x-blockdev-change", new JsonObject { ["parent"] = quorum, ["node"] = replica });
        }
    }

    private static async Task StartReplicationAsync(Qemu qemu, bool isPrimary)
    {
        await qemu.ExecuteAsync("xen-set-replication", new JsonObject { ["enable"] = true, ["primary"] = isPrimary });
        Assert.False((await qemu.ExecuteAsync("query-xen-replication-status")).GetProperty("error").GetBoolean());
    }

    private static async Task ReplicateAsync(
        string[] secondaryArguments, Func<Qemu, Task> serve, string[] primaryArguments, Func<Qemu, Task> attach, params Disk[] disks)
    {
        await using Qemu secondary = await Qemu.StartAsync(new("pc"), secondaryArguments);
        await serve(secondary);
        await using Qemu primary = await Qemu.StartAsync(new("pc"), primaryArguments);
        await attach(primary);
        await StartReplicationAsync(secondary, isPrimary: false);
        await StartReplicationAsync(primary, isPrimary: true);

        foreach (Disk disk in disks)
        {
            string guest = $"-d /machine/peripheral/{disk.Device}/virtio-backend";

            Assert.Equal("", await primary.QemuIoAsync(guest, $"write -q -P {Written} 0 64k"));

            Assert.Equal("", await secondary.QemuIoAsync(disk.Parent, $"read -q -P {Written} 0 64k"));
            Assert.Contains("Pattern verification failed", await secondary.QemuIoAsync(disk.Parent, "read -q -P 0x5b 0 64k"));
            Assert.Equal("", await secondary.QemuIoAsync(guest, "read -q -P 0 0 64k"));
        }

        await secondary.ExecuteAsync("xen-colo-do-checkpoint");
        await primary.ExecuteAsync("xen-colo-do-checkpoint");

        foreach (Disk disk in disks)
        {
            Assert.Equal("", await secondary.QemuIoAsync($"-d /machine/peripheral/{disk.Device}/virtio-backend", $"read -q -P {Written} 0 64k"));
        }
    }
}
