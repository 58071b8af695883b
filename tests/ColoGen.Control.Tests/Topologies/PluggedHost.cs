using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests.Topologies;

/// <summary>Disks on every bus that a running QEMU takes disks on, with an I/O thread and two controllers.</summary>
[Topology]
public sealed partial record PluggedHost(
    [HostDisk("base"), NbdExport] RawImage Base,
    [Disk("vda", IoThread = 1)] Qcow2Image Root,
    [Disk("vdb")] RawImage Data,
    [Disk("sda")] RawImage Scsi,
    [Disk("sdb", Bus = DiskBus.Scsi, Device = DiskDevice.Cdrom)] RawImage? Medium,
    [Disk("sdc", Bus = DiskBus.Usb)] RawImage Stick);
