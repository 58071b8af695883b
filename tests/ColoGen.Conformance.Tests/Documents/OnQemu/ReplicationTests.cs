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

    public static TheoryData<string> Forms => [.. Form.All.Select(form => form.Name)];

    private string Socket => _place.File("nbd");

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Forms))]
    public async Task A_pair_replicates(string form)
    {
        Form arguments = Form.Named(form);
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, port: null));
        PrimaryHost complete = SampleHosts.Primary(Places, _port);

        await ReplicateAsync(arguments, Inet, secondary, primary, qemu => AttachAsync(arguments, qemu, primary, complete, "vda"), ("vda", "parent0"));
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Forms))]
    public async Task A_pair_replicates_if_the_primary_starts_with_its_replica(string form)
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        PrimaryHost primary = await _place.MakeAsync(at => SampleHosts.Primary(at, _port));

        await ReplicateAsync(Form.Named(form), Inet, secondary, primary, _ => Task.CompletedTask, ("vda", "parent0"));
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Forms))]
    public async Task Two_disks_replicate(string form)
    {
        Form arguments = Form.Named(form);
        TwoDisksSecondary secondary = await _place.MakeAsync(TwoDisksSecondary);
        TwoDisksPrimary primary = await _place.MakeAsync(at => TwoDisksPrimary(at, hasReplicas: false));
        TwoDisksPrimary complete = TwoDisksPrimary(Places, hasReplicas: true);

        await ReplicateAsync(
            arguments,
            Unix,
            secondary,
            primary,
            qemu => AttachAsync(arguments, qemu, primary, complete, "vda", "vdb"),
            ("vda", "parent0"),
            ("vdb", "parent1"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task The_replication_of_a_secondary_starts_in_a_QEMU_that_QMP_has_filled()
    {
        SecondaryHost secondary = await _place.MakeAsync(SampleHosts.Secondary);
        await using Qemu qemu = await Qemu.StartAsync(new("pc"));

        await CaseOnQemu.ExecuteAsync(qemu, DocumentReader.Lines(secondary.ToQmpString()));
        await ServeAsync(qemu, Unix, ["parent0"]);
        await StartReplicationAsync(qemu, isPrimary: false);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Replication_without_a_quorum_starts()
    {
        ReplicaAlone secondary = (ReplicaAlone)await _place.MakeAsync(TopologyCases.Get("replica without a quorum"));
        await using Qemu qemu = await Qemu.StartAsync(new("pc"), secondary.GetBlockdevArguments());

        await ServeAsync(qemu, Unix, ["parent0"]);
        await StartReplicationAsync(qemu, isPrimary: false);
    }

    /// <summary>The arguments that start a host.</summary>
    /// <param name="Of">The arguments of a host.</param>
    /// <param name="TopSuffix">What follows a dev in the name by which QEMU knows the top layer of a disk.</param>
    /// <param name="ServeAsync">Exports disks of a QEMU.</param>
    private sealed record Form(string Name, Func<object, string[]> Of, string TopSuffix, Func<Qemu, JsonObject, string[], Task> ServeAsync)
    {
        public static IReadOnlyList<Form> All { get; } =
        [
            new("blockdev", host => ((IBlockdevArguments)host).GetBlockdevArguments(), "-0", ReplicationTests.ServeAsync),

            // A drive has no node name at its top: QEMU knows it by its id.
            new("drive", host => ((IDriveArguments)host).GetDriveArguments(), "", ServeDrivesAsync),
        ];

        public static Form Named(string name) => All.Single(form => form.Name == name);
    }

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

    private static async Task ServeAsync(Qemu qemu, JsonObject address, string[] devs)
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
    private static async Task ServeDrivesAsync(Qemu qemu, JsonObject address, string[] devs)
    {
        await qemu.ExecuteAsync("nbd-server-start", new JsonObject { ["addr"] = address });
        foreach (string dev in devs)
        {
            await qemu.ExecuteAsync("nbd-server-add", new JsonObject { ["device"] = dev, ["writable"] = true });
        }
    }

    /// <summary>Adds the replicas of the complete host, and attaches each to the quorum of its disk.</summary>
    private static async Task AttachAsync(Form arguments, Qemu qemu, IQmp host, IQmp complete, params string[] devs)
    {
        await CaseOnQemu.ExecuteAsync(qemu, SampleHosts.ReplicaCommands(host, complete));
        foreach (string dev in devs)
        {
            await qemu.ExecuteAsync("x-blockdev-change", new JsonObject { ["parent"] = dev + arguments.TopSuffix, ["node"] = dev + "-2" });
        }
    }

    private static async Task StartReplicationAsync(Qemu qemu, bool isPrimary)
    {
        await qemu.ExecuteAsync("xen-set-replication", new JsonObject { ["enable"] = true, ["primary"] = isPrimary });
        Assert.False((await qemu.ExecuteAsync("query-xen-replication-status")).GetProperty("error").GetBoolean());
    }

    private static async Task ReplicateAsync(
        Form arguments, JsonObject address, object secondaryHost, object primaryHost, Func<Qemu, Task> attach, params (string Dev, string Parent)[] disks)
    {
        await using Qemu secondary = await Qemu.StartAsync(new("pc"), arguments.Of(secondaryHost));
        await arguments.ServeAsync(secondary, address, [.. disks.Select(disk => disk.Parent)]);
        await using Qemu primary = await Qemu.StartAsync(new("pc"), arguments.Of(primaryHost));
        await attach(primary);
        await StartReplicationAsync(secondary, isPrimary: false);
        await StartReplicationAsync(primary, isPrimary: true);

        foreach ((string dev, string parent) in disks)
        {
            string guest = $"-d /machine/peripheral/{dev}/virtio-backend";

            Assert.Equal("", await primary.QemuIoAsync(guest, $"write -q -P {Written} 0 64k"));

            Assert.Equal("", await secondary.QemuIoAsync(parent + arguments.TopSuffix, $"read -q -P {Written} 0 64k"));
            Assert.Contains("Pattern verification failed", await secondary.QemuIoAsync(parent + arguments.TopSuffix, "read -q -P 0x5b 0 64k"));
            Assert.Equal("", await secondary.QemuIoAsync(guest, "read -q -P 0 0 64k"));
        }

        await secondary.ExecuteAsync("xen-colo-do-checkpoint");
        await primary.ExecuteAsync("xen-colo-do-checkpoint");

        foreach ((string dev, string parent) in disks)
        {
            Assert.Equal("", await secondary.QemuIoAsync($"-d /machine/peripheral/{dev}/virtio-backend", $"read -q -P {Written} 0 64k"));
        }
    }
}
