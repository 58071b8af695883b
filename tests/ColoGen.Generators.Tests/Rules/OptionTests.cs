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

    [Theory]
    [InlineData("discards of a qcow2", """[Disk("vda", Discard = DiskDiscard.Unmap)] Image A""", "")]
    [InlineData("discards of an overlay", """[Disk("vda", Discard = DiskDiscard.Unmap)] Overlay A""", "")]
    [InlineData("discards over NBD", """[Disk("vda", Discard = DiskDiscard.Unmap)] Remote A""", "")]
    [InlineData("discards of a host disk", """[HostDisk("a", Discard = DiskDiscard.Unmap)] Image A""", "")]
    [InlineData("no discards over a quorum", """[Disk("vda", Discard = DiskDiscard.Ignore)] Quorum A""", "")]
    [InlineData("discards over a quorum", """[Disk("vda", Discard = DiskDiscard.Unmap)] Quorum A""", "COLO0609")]
    [InlineData("discards of a host disk over a quorum", """[HostDisk("a", Discard = DiskDiscard.Unmap)] Quorum A""", "COLO0609")]
    [InlineData("zeroes over a quorum", """[Disk("vda", DetectZeroes = DiskDetectZeroes.On)] Quorum A""", "")]
    [InlineData(
        "zeroes that are freed over a quorum", """[Disk("vda", Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap)] Quorum A""", "")]
    [InlineData("discards of a read-only disk", """[Disk("vda", ReadOnly = true, Discard = DiskDiscard.Unmap)] Image A""", "COLO0610")]
    [InlineData("discards of a read-only disk over a quorum", """[Disk("vda", ReadOnly = true, Discard = DiskDiscard.Unmap)] Quorum A""", "COLO0610")]
    [InlineData(
        "discards, zeroes and flushes of a drive",
        """[Disk("sda", Device = DiskDevice.Cdrom, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.On, Cache = DiskCache.Unsafe)] Image A""",
        "COLO0610 COLO0610 COLO0610")]
    [InlineData("a drive past the host's cache", """[Disk("sda", Device = DiskDevice.Cdrom, Cache = DiskCache.Directsync)] Image A""", "")]
    [InlineData("discards of a floppy", """[Disk("fda", Device = DiskDevice.Floppy, Discard = DiskDiscard.Unmap)] Image A""", "COLO0610")]
    [InlineData(
        "zeroes that are freed of a floppy",
        """[Disk("fda", Device = DiskDevice.Floppy, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap)] Image A""",
        "")]
    [InlineData("writes through on usb", """[Disk("sda", Bus = DiskBus.Usb, Cache = DiskCache.Writethrough)] Image A""", "COLO0610")]
    [InlineData("writes past the cache on usb", """[Disk("sda", Bus = DiskBus.Usb, Cache = DiskCache.None)] Image A""", "")]
    [InlineData("writes through on scsi", """[Disk("sda", Cache = DiskCache.Writethrough)] Image A""", "")]
    [InlineData("synchronous writes of a host disk", """[HostDisk("a", Cache = DiskCache.Directsync)] Image A""", "COLO0610")]
    [InlineData("a direct cache over NBD", """[Disk("vda", Cache = DiskCache.None)] Remote A""", "COLO0609")]
    [InlineData("writes through over NBD", """[Disk("vda", Cache = DiskCache.Directsync)] Remote A""", "")]
    [InlineData("an unsafe cache over NBD", """[Disk("vda", Cache = DiskCache.Unsafe)] Remote A""", "COLO0609")]
    [InlineData(
        "settings of a device that is passed through",
        """[Disk("sda", Device = DiskDevice.Lun, Discard = DiskDiscard.Unmap, Io = DiskIo.Threads, Cache = DiskCache.Unsafe)] Volume A""",
        "COLO0610 COLO0610 COLO0610")]
    [InlineData("a device that is passed through, past the cache", """[Disk("sda", Device = DiskDevice.Lun, Cache = DiskCache.None)] Volume A""", "")]
    public void Of_a_setting_without_effect(string condition, string parameters, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));

    [Theory]
    [InlineData("Raw", "", "")]
    [InlineData("Qcow2", "", "")]
    [InlineData("Qed", "COLO0609", "")]
    [InlineData("Vmdk", "COLO0609", "")]
    [InlineData("Vdi", "COLO0609", "COLO0609")]
    [InlineData("Vhdx", "COLO0609", "COLO0609")]
    [InlineData("Vpc", "COLO0609", "COLO0609")]
    [InlineData("Parallels", "COLO0609", "COLO0609")]
    [InlineData("Qcow", "COLO0609", "COLO0609")]
    public void Of_a_format(string format, string ofDiscard, string ofZeroes)
    {
        Assert.Equal(ofDiscard, OfLayer("Discard = DiskDiscard.Unmap"));
        Assert.Equal(ofZeroes, OfLayer("DetectZeroes = DiskDetectZeroes.On"));

        string OfLayer(string setting) => string.Join(' ', Ids.Of(
            $$"""
            [FileSource(Format = DiskFormat.{{format}})] public sealed record Old(string File);
            [Topology] public sealed partial record Host([Disk("vda", {{setting}})] Old A);
            """).Split(' ').Where(id => id != "COLO0111"));
    }

    [Fact]
    public void A_setting_has_an_effect_where_one_child_of_a_quorum_takes_it()
    {
        Assert.Equal("", OfQuorum("Old Local, Image Other"));
        Assert.Equal("COLO0609", OfQuorum("Old Local, Old Other"));

        static string OfQuorum(string children) => Ids.Of(
            $"""
            [FileSource(Format = DiskFormat.Vdi)] public sealed record Old(string File);
            [Quorum(VoteThreshold = 1)] public sealed record Vote({children});
            [Topology] public sealed partial record Host([Disk("vda", DetectZeroes = DiskDetectZeroes.On)] Vote A);
            """);
    }

    [Fact]
    public void Zeroes_that_are_freed_nowhere_are_only_recorded() => Assert.Equal("COLO0609 COLO0609", string.Join(' ', Ids.Of(
        """
        [FileSource(Format = DiskFormat.Vmdk)] public sealed record Old(string File);
        [Topology] public sealed partial record Host([Disk("vda", Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap)] Old A);
        """)));
}
