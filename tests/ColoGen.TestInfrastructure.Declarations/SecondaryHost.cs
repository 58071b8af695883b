namespace ColoGen.TestInfrastructure.Declarations;

/// <summary>The secondary host of a COLO pair, with a second disk and values of run time: 12 members in all its layers.</summary>
[Topology, Domain("shop")]
public sealed partial record SecondaryHost(
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image Parent,
    [Disk("vda", BootOrder = 1), BackingReference("parent0")] SecondaryRoot Root,
    [Disk("vdb")] Qcow2Image Data,
    [Serial("vda")] string? RootSerial,
    int MemoryMiB,
    int Vcpus);
