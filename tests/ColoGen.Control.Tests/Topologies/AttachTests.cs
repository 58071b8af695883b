using ColoGen.Control.Tests.Qmp;

namespace ColoGen.Control.Tests.Topologies;

/// <summary>The disks of a topology are added to a running QEMU and removed again, whatever the machine, and nothing is left behind.</summary>
public sealed class AttachTests
{
    private const string AllNodes =
        "base-0 base-0-storage sda-0 sda-0-storage sdc-0 sdc-0-storage vda-0 vda-0-storage vdb-0 vdb-0-storage";

    private static readonly string[] s_devices = ["vda", "vdb", "scsi0", "sda", "sdb", "usb", "sdc"];

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [InlineData("pc", 0)]
    [InlineData("q35", 4)]
    [InlineData("q35", 6)]
    public async Task A_topology_is_added_and_removed(string machine, int ports)
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync(machine, ports);
        string before = await running.StateAsync();

        await running.Client.AttachAsync(running.Host);

        string attached = await running.StateAsync();
        Assert.StartsWith($"{AllNodes} | ", attached);
        Assert.Contains(" iothread1 ", attached);
        Assert.All(s_devices, device => Assert.Contains($" {device}", attached));
        if (ports > 0)
        {
            Assert.Equal("link<virtio-scsi-pci>", await running.OnPortAsync("rp1"));
            Assert.Equal("link<qemu-xhci>", await running.OnPortAsync("rp2"));
            Assert.Equal("link<virtio-blk-pci>", await running.OnPortAsync("rp3"));
            Assert.Equal("link<virtio-blk-pci>", await running.OnPortAsync("rp4"));
        }

        running.ResetAgainAndAgain();
        await running.Client.DetachAsync(running.Host);

        Assert.Equal(before, await running.StateAsync());
        await running.Client.DetachAsync(running.Host);
        await running.Client.AttachAsync(running.Host);
        Assert.Equal(attached, await running.StateAsync());
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Without_a_free_port_nothing_is_left(int ports)
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync("q35", ports);
        string before = await running.StateAsync();
        running.ResetAgainAndAgain();

        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => running.Client.AttachAsync(running.Host));

        Assert.Contains($"refused the device '{(ports == 0 ? "scsi0" : "vdb")}', and has no free pcie-root-port for it", refusal.Message);
        Assert.Contains("does not support hotplugging", Assert.IsType<QmpException>(refusal.InnerException).Description);
        Assert.Equal(before, await running.StateAsync());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Where_an_image_is_missing_nothing_is_left()
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync("pc");
        string before = await running.StateAsync();

        QmpException refusal = await Assert.ThrowsAsync<QmpException>(
            () => running.Client.AttachAsync(running.Host with { Scsi = new("/nowhere/image.raw") }));

        Assert.Contains("/nowhere/image.raw", refusal.Description);
        Assert.Equal(before, await running.StateAsync());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task What_was_there_before_stays()
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync(
            "pc", 0, "-blockdev", """{"driver":"null-co","node-name":"vdb-0","read-zeroes":true}""");
        string before = await running.StateAsync();

        QmpException refusal = await Assert.ThrowsAsync<QmpException>(() => running.Client.AttachAsync(running.Host));

        Assert.Contains("vdb-0", refusal.Description);
        Assert.Equal(before, await running.StateAsync());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_call_that_is_cancelled_leaves_nothing()
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync("pc");
        string before = await running.StateAsync();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Client.AttachAsync(running.Host, cancelled.Token));

        Assert.Equal(before, await running.StateAsync());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_call_that_is_cancelled_leaves_what_was_there_before()
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync(
            "pc", 0, "-blockdev", """{"driver":"null-co","node-name":"base-0-storage","read-zeroes":true}""");
        string before = await running.StateAsync();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Client.AttachAsync(running.Host, cancelled.Token));

        Assert.Contains("base-0-storage", before);
        Assert.Equal(before, await running.StateAsync());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_guest_that_does_not_release_a_device_is_waited_for_as_long_as_asked_and_the_call_can_be_repeated()
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync("pc");
        string before = await running.StateAsync();
        await running.Client.AttachAsync(running.Host);

        QmpTimeoutException late = await Assert.ThrowsAsync<QmpTimeoutException>(
            () => running.Client.DetachAsync(running.Host, TimeSpan.FromSeconds(1)));

        Assert.Contains("did not release the device 'vdb' within 1 s", late.Message);
        running.ResetAgainAndAgain();
        await running.Client.DetachAsync(running.Host);
        Assert.Equal(before, await running.StateAsync());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Values_that_break_a_rule_are_refused_before_anything_is_sent()
    {
        await using PluggedQemu running = await PluggedQemu.StartAsync("pc");
        string before = await running.StateAsync();
        PluggedHost host = running.Host with { Data = running.Host.Scsi };

        await Assert.ThrowsAsync<InvalidTopologyException>(() => running.Client.AttachAsync(host));
        await Assert.ThrowsAsync<InvalidTopologyException>(() => running.Client.DetachAsync(host));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => running.Client.DetachAsync(running.Host, TimeSpan.FromSeconds(-5)));

        Assert.Equal(before, await running.StateAsync());
    }

    [Fact]
    public async Task A_guest_that_refuses_is_an_exception()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task detaching = client.DetachAsync(new SmallHost(new("/images/root.raw")));
            Assert.Contains("device_del", await server.HearAsync(), StringComparison.Ordinal);
            await server.SayAsync(
                """{"return":{}}{"event":"DEVICE_UNPLUG_GUEST_ERROR","data":{"device":"vda","path":"/x"},"timestamp":{"seconds":1,"microseconds":0}}""" + "\n");

            InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => detaching);

            Assert.Contains("refused to release the device 'vda' (DEVICE_UNPLUG_GUEST_ERROR)", refusal.Message);
        }
    }
}
