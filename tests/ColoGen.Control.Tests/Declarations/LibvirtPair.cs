using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests;

/// <summary>A pair whose hosts libvirt starts.</summary>
[ColoPair]
public sealed partial record LibvirtPair(
    LibvirtPrimary Primary,
    LibvirtSecondary Secondary,
    QemuVersion Qemu,
    string NbdHost,
    int NbdPort,
    string MigrationHost,
    int MigrationPort,
    long CheckpointDelay);

[Topology, Domain(Machine = "pc", MemoryMiB = 32)]
public sealed partial record LibvirtPrimary(string Name, DomainType Type, string Emulator, [Disk("hda", Bus = DiskBus.Ide)] PrimaryRoot Root);

[Topology, Domain(Machine = "pc", MemoryMiB = 32)]
public sealed partial record LibvirtSecondary(
    string Name,
    DomainType Type,
    string Emulator,
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image Parent,
    [Disk("hda", Bus = DiskBus.Ide), BackingReference("parent0")] SecondaryRoot Root);
