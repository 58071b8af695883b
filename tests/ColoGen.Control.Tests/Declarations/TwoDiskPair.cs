using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests;

[ColoPair]
public sealed partial record TwoDiskPair(
    TwoDiskPrimary Primary,
    TwoDiskSecondary Secondary,
    QemuVersion Qemu,
    string NbdHost,
    int NbdPort,
    string MigrationHost,
    int MigrationPort,
    long? CheckpointDelay);

[Topology]
public sealed partial record TwoDiskPrimary(
    [Disk("hda", Bus = DiskBus.Ide)] PrimaryRoot Root,
    [Disk("vda", Bus = DiskBus.Virtio)] RawPrimaryRoot Data);

[Topology]
public sealed partial record TwoDiskSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image RootParent,
    [HostDisk("parent1"), NbdExport(Writable = true)] RawImage DataParent,
    [Disk("hda", Bus = DiskBus.Ide), BackingReference("parent0")] SecondaryRoot Root,
    [Disk("vda", Bus = DiskBus.Virtio), BackingReference("parent1")] SecondaryRoot Data);
