namespace ColoGen.Generators.Tests.Rules;

public sealed class OptionTests
{
    [Theory]
    [InlineData("""[Disk("vda", BootOrder = 1, IoThread = 1)] Image A""", "")]
    [InlineData("""[Disk("vda", BootOrder = 0)] Image A""", "COLO0601")]
    [InlineData("""[Disk("vda", BootOrder = -1, IoThread = -2147483648)] Image A""", "COLO0601 COLO0601")]
    [InlineData("""[Disk("vda", Io = DiskIo.Native)] Image A""", "COLO0602")]
    [InlineData("""[Disk("vda", Io = DiskIo.Native, Cache = DiskCache.None)] Image A""", "")]
    [InlineData("""[Disk("vda", DetectZeroes = DiskDetectZeroes.Unmap)] Image A""", "COLO0603")]
    [InlineData("""[Disk("vda", DetectZeroes = DiskDetectZeroes.Unmap, Discard = DiskDiscard.Unmap)] Image A""", "")]
    [InlineData("""[Disk("sda", IoThread = 1)] Image A""", "COLO0604")]
    [InlineData("""[Disk("vda", Io = DiskIo.Threads)] Remote A""", "COLO0605")]
    [InlineData("""[Disk("vda", Cache = DiskCache.Unsafe)] Image A""", "")]
    [InlineData("""[HostDisk("a", Cache = DiskCache.Unsafe), NbdExport] Image A""", "COLO0606")]
    [InlineData("""[Disk("vda", Cache = (DiskCache)99)] Image A""", "COLO0607")]
    [InlineData("""[Disk("vda", Bus = (DiskBus)99)] Image A""", "COLO0607")]
    [InlineData("""[Disk("vda", Device = (DiskDevice)(-1))] Image A""", "COLO0607")]
    public void Of_an_option(string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters));

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
    public void Of_a_domain(string arguments, string ids) => Assert.Equal(ids, Ids.OfHost("", $"Topology, Domain(\"x\", {arguments})"));

    [Theory]
    [InlineData("""[HostDisk("a")] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B""", "")]
    [InlineData("""[HostDisk("a"), NbdExport] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B, [Disk("vdb")] Image C""", "")]
    [InlineData("""[HostDisk("a")] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B, [Disk("vdb"), BackingReference("a")] Open C""", "COLO0608")]
    [InlineData("""[HostDisk("a")] Image A, [Disk("vda", IoThread = 1), BackingReference("a")] Open B, [Disk("vdb", IoThread = 1), BackingReference("a")] Open C""", "COLO0608 COLO0608")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("b"), BackingReference("a")] Open B, [Disk("vda", IoThread = 1), BackingReference("b")] Open C, [Disk("vdb"), BackingReference("a")] Open D""", "COLO0608")]
    [InlineData("""[Disk("vda", ReadOnly = true)] Image A, [Disk("vdb", IoThread = 1), BackingReference("vda")] Open B""", "COLO0608")]
    [InlineData("""[Disk("vda", ReadOnly = true, IoThread = 1)] Image A, [Disk("vdb"), BackingReference("vda")] Open B""", "COLO0210")]
    public void Of_an_I_O_thread(string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters));
}
