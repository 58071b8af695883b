namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>A domain whose settings are known at run time.</summary>
[Topology, Domain(Machine = "pc")]
public sealed partial record RunTimeDomain(
    string Name, string? Uuid, int MemoryMiB, int Vcpus, DomainType Type, string Emulator, [Disk("vda")] RawFile Root);

/// <summary>A domain with nothing said but its name.</summary>
[Topology, Domain("plain-domain")]
public sealed partial record PlainDomain([Disk("vda")] RawFile Root);

/// <summary>Disks of a domain that is written elsewhere.</summary>
[Topology]
public sealed partial record WithoutDomain(
    [Disk("vda", BootOrder = 1)] Chain2 Root,
    [Disk("vdb", ReadOnly = true)] RawFile Stick,
    [Disk("vdc")] RawFile? Scratch);

/// <summary>Everything is a constant.</summary>
[Topology, Domain("constants", Uuid = "6f1a3c2e-5a57-4a0c-9a4f-0d8e4f2b1c3d", MemoryMiB = 64, Vcpus = 1, Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Constants(
    [Disk("vda", Serial = "A1", BootOrder = 1)] ConstantOverlay Root,
    [HostDisk("spare")] ConstantMirror Spare);

[FileSource(Format = DiskFormat.Qcow2, File = "/images/ro'ot & \"co\".qcow2")]
public sealed record ConstantOverlay(ConstantBase Backing);

/// <summary>The path is a constant of the record.</summary>
[FileSource(Format = DiskFormat.Raw)]
public sealed record ConstantBase
{
    public const string File = "/images/base,with=signs.raw";
}

[Quorum(VoteThreshold = 1)]
public sealed record ConstantMirror(ConstantSpare Only);

[FileSource(Format = DiskFormat.Raw, File = "/images/spare.raw")]
public sealed record ConstantSpare;
