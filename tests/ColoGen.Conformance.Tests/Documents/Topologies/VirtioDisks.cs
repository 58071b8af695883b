namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Out of order, with gaps, past the letter z.</summary>
[Topology, Domain("virtio-disks", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record VirtioDisks(
    [Disk("vdaa")] RawFile TwentySeventh,
    [Disk("vdc", BootOrder = 2)] Qcow2File Third,
    [Disk("vda", BootOrder = 1)] Qcow2File First,
    [Disk("vdz", ReadOnly = true)] RawFile TwentySixth);

[Topology, Domain("virtio-disks-q35", Type = DomainType.Qemu)]
public sealed partial record VirtioDisksOnQ35(
    [Disk("vda")] Qcow2File First,
    [Disk("vdb", Bus = DiskBus.Virtio)] Chain3 Second);
