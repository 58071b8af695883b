using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests;

[ColoPair]
public sealed partial record OneDiskPair(
    OneDiskPrimary Primary,
    OneDiskSecondary Secondary,
    QemuVersion Qemu,
    string NbdHost,
    int NbdPort,
    string MigrationHost,
    int MigrationPort,
    long? CheckpointDelay);

[Topology]
public sealed partial record OneDiskPrimary([Disk("hda", Bus = DiskBus.Ide)] PrimaryRoot Root);

[Topology]
public sealed partial record OneDiskSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image Parent,
    [Disk("hda", Bus = DiskBus.Ide), BackingReference("parent0")] SecondaryRoot Root);
