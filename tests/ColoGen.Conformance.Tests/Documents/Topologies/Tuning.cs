namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Every cache mode, every way of reading and writing, discards and zeroes, over chains.</summary>
[Topology, Domain("tuning", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Tuning(
    [Disk("vda", Cache = DiskCache.None, Io = DiskIo.Native, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap)] Chain2 None,
    [Disk("vdb", Cache = DiskCache.Writethrough, Io = DiskIo.Threads, Discard = DiskDiscard.Ignore, DetectZeroes = DiskDetectZeroes.On)] Chain2 Writethrough,
    [Disk("vdc", Cache = DiskCache.Writeback, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Off)] Chain3 Writeback,
    [Disk("vdd", Cache = DiskCache.Directsync, Io = DiskIo.Native)] RawFile Directsync,
    [Disk("vde", Cache = DiskCache.Unsafe, DetectZeroes = DiskDetectZeroes.On)] RawFile Unsafe,
    [Disk("vdf", Discard = DiskDiscard.Unmap)] RawFile Unmap,
    [Disk("vdg", ReadOnly = true, Cache = DiskCache.Writeback)] Chain2 ReadOnly);

/// <summary>QEMU has it where the host's kernel has.</summary>
[Topology, Domain("io-uring", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record IoUring([Disk("vda", Io = DiskIo.IoUring)] RawFile Disk);

/// <summary>I/O threads, one of them for two disks, with numbers that are not their count.</summary>
[Topology, Domain("io-threads", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record IoThreads(
    [Disk("vda", IoThread = 1)] Qcow2File A,
    [Disk("vdb", IoThread = 2147483647)] RawFile B,
    [Disk("vdc", IoThread = 1)] RawFile C);

/// <summary>Settings of disks that the guest does not see.</summary>
[Topology, Domain("host-disks", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record HostDisks(
    [HostDisk("read.only-1", ReadOnly = true)] Qcow2File ReadOnly,
    [HostDisk("direct", Cache = DiskCache.None, Io = DiskIo.Native, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap)] RawFile Direct,
    [HostDisk("export"), NbdExport(Name = "a name", Writable = true)] Chain2 Export,
    [HostDisk("maybe")] MaybeOverlay? Maybe);
