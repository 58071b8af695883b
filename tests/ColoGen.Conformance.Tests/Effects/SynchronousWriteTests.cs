namespace ColoGen.Conformance.Tests.Effects;

/// <summary>Without a write cache, a write has ended when it is on the disk of the host. That to a raw image is not always, as DiskCache says.</summary>
public sealed class SynchronousWriteTests
{
    private const string Writethrough = ", Cache = DiskCache.Writethrough";
    private const string Directsync = ", Cache = DiskCache.Directsync";
    private const string Threads = Directsync + ", Io = DiskIo.Threads";
    private const string Native = Directsync + ", Io = DiskIo.Native";

    private static readonly string[] s_settings = [Writethrough, Directsync, Threads, Native];

    [ToolTheory(Programs.Qemu, "qemu-img", "strace")]
    [InlineData("raw", true)]
    [InlineData("qcow2", false)]
    [InlineData("quorum of raw", false)]
    public async Task A_write_after_a_flush_is_on_the_disk_of_the_host(string name, bool isRaw)
    {
        await AssertWritesAsync(name, isRaw, command: null);
        if (await GuestQemu.FindAsync("tcg") is ({ } newer, _)) await AssertWritesAsync(name, isRaw, newer.Command);
    }

    private static async Task AssertWritesAsync(string name, bool isRaw, IReadOnlyList<string>? command)
    {
        EffectCase item = EffectTable.All.Single(row => row.Name == name);
        await using EffectBench bench = await EffectBench.StartAsync(item, s_settings, command);
        foreach (string setting in s_settings)
        {
            (bool first, bool second) = await bench.WriteAfterFlushAsync(setting);
            Assert.True(second, $"QEMU {bench.Major}{setting}: the second write is not flushed.");

            // Not measured: which version between the two changed it.
            if (bench.Major is > 7 and < 11) continue;
            Assert.True(first == !(isRaw && bench.Major == 11 && setting != Native), $"QEMU {bench.Major}{setting}: first write flushed: {first}");
        }
    }
}
