namespace ColoGen.Generators.Tests.Rules;

public sealed class OptionTests
{
    [Theory]
    [InlineData("a boot order and an I/O thread of 1", """[Disk("vda", BootOrder = 1, IoThread = 1)] Image A""", "")]
    [InlineData("a boot order of 0", """[Disk("vda", BootOrder = 0)] Image A""", "COLO0601")]
    [InlineData("a boot order and an I/O thread below 0", """[Disk("vda", BootOrder = -1, IoThread = -2147483648)] Image A""", "COLO0601 COLO0601")]
    [InlineData("native I/O through the host's cache", """[Disk("vda", Io = DiskIo.Native)] Image A""", "COLO0602")]
    [InlineData("native I/O without the host's cache", """[Disk("vda", Io = DiskIo.Native, Cache = DiskCache.None)] Image A""", "")]
    [InlineData("zeroes that unmap without discard", """[Disk("vda", DetectZeroes = DiskDetectZeroes.Unmap)] Image A""", "COLO0603")]
    [InlineData("zeroes that unmap with discard", """[Disk("vda", DetectZeroes = DiskDetectZeroes.Unmap, Discard = DiskDiscard.Unmap)] Image A""", "")]
    [InlineData("an I/O thread on SCSI", """[Disk("sda", IoThread = 1)] Image A""", "COLO0604")]
    [InlineData("an I/O mode of a network source", """[Disk("vda", Io = DiskIo.Threads)] Remote A""", "COLO0605")]
    [InlineData("an unsafe cache", """[Disk("vda", Cache = DiskCache.Unsafe)] Image A""", "")]
    [InlineData("an unsafe cache of an export", """[HostDisk("a", Cache = DiskCache.Unsafe), NbdExport] Image A""", "COLO0606")]
    [InlineData("a cache mode without a name", """[Disk("vda", Cache = (DiskCache)99)] Image A""", "COLO0607")]
    [InlineData("a bus without a name", """[Disk("vda", Bus = (DiskBus)99)] Image A""", "COLO0607")]
    [InlineData("a device without a name", """[Disk("vda", Device = (DiskDevice)(-1))] Image A""", "COLO0607")]
    public void Of_an_option(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));

    [Theory]
    [InlineData(1, "")]
    [InlineData(65535, "")]
    [InlineData(0, "COLO0601")]
    [InlineData(65536, "COLO0601")]
    public void Of_a_port(int port, string ids) =>
        Assert.Equal(ids, Ids.Of($"""[NbdSource(Format = DiskFormat.Raw, Host = "h", Port = {port})] public sealed record Source;"""));

    [Theory]
    [InlineData("MemoryMiB = 0", "COLO0601")]
    [InlineData("Vcpus = 0", "COLO0601")]
    [InlineData("MemoryMiB = 1, Vcpus = 1", "")]
    [InlineData("MemoryMiB = 2147483647, Vcpus = 255", "")]
    [InlineData("Vcpus = 256", "COLO0601")]
    [InlineData("Machine = \"pc\", Vcpus = 256", "COLO0601")]
    public void Of_a_domain(string arguments, string ids) => Assert.Equal(ids, Ids.OfHost("", $"Topology, Domain(\"x\", {arguments})"));

    [Theory]
    [InlineData("an overlay alone over a host disk", """[HostDisk("a")] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B""", "")]
    [InlineData(
        "an overlay alone over an exported host disk",
        """[HostDisk("a"), NbdExport] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B, [Disk("vdb")] Image C""",
        "")]
    [InlineData(
        "two overlays over one host disk, one with a thread",
        """[HostDisk("a")] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B, [Disk("vdb"), BackingReference("a")] Open C""",
        "COLO0608")]
    [InlineData(
        "two overlays over one host disk, both with a thread",
        """[HostDisk("a")] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B, [Disk("vdb", IoThread = 1), BackingReference("a")] Open C""",
        "COLO0608 COLO0608")]
    [InlineData(
        "an overlay over another overlay's host disk",
        """[HostDisk("a")] Image A, [HostDisk("b"), BackingReference("a")] Open B, """
            + """[Disk("vda", IoThread = 1), BackingReference("b")] Open C, [Disk("vdb"), BackingReference("a")] Open D""",
        "COLO0608")]
    [InlineData(
        "an overlay with a thread over another disk",
        """[Disk("vda", ReadOnly = true)] Image A, [Disk("vdb", IoThread = 1), BackingReference("vda")] Open B""",
        "COLO0608")]
    [InlineData(
        "an overlay over another disk with a thread",
        """[Disk("vda", ReadOnly = true, IoThread = 1)] Image A, [Disk("vdb"), BackingReference("vda")] Open B""",
        "COLO0210")]
    public void Of_an_I_O_thread(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));
}
