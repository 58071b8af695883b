namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] Options =>
    [
        new("a port above 65535", "COLO0601", Bases.OverTcp, Top("Port", "70000")) { RefusedBy = Refuser.Libvirt, Message = "port '70000' out of range" },
        new("a boot order of 0", "COLO0601", Bases.On("Scsi"), Disk("BootOrder", "0"))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Invalid value for attribute 'order'",
        },
        new("an I/O thread with the number 0", "COLO0601", Bases.On("Virtio"), Disk("IoThread", "0")) { RefusedBy = Refuser.Libvirt, Message = "iothread" },
        new("native I/O through the page cache", "COLO0602", Bases.Qcow2InFile,
            host => host.WithFirst(tree => tree.With("Io", "DiskIo.Native").With("Cache", "DiskCache.Writeback")))
        {
            Message = "requires cache.direct=on",
        },
        new("native I/O without a cache mode", "COLO0602", Bases.RawInFile,
            host => host.WithFirst(tree => tree.With("Io", "DiskIo.Native").Without("Cache").Without("Shareable")))
        {
            Message = "requires cache.direct=on",
        },
        new("zeroes that become discards which are ignored", "COLO0603", Bases.Qcow2InFile,
            host => host.WithFirst(tree => tree.With("DetectZeroes", "DiskDetectZeroes.Unmap").With("Discard", "DiskDiscard.Ignore")))
        {
            Message = "setting detect-zeroes to unmap is not allowed without setting discard operation to unmap",
        },
        new("zeroes that become discards without a discard mode", "COLO0603", Bases.Chain,
            host => host.WithFirst(tree => tree.With("DetectZeroes", "DiskDetectZeroes.Unmap").Without("Discard")))
        {
            Message = "setting detect-zeroes to unmap is not allowed without setting discard operation to unmap",
        },
        new("an I/O thread on scsi", "COLO0604", Bases.On("Scsi"), Disk("IoThread", "1"))
        {
            RefusedBy = Refuser.Machine,
            Message = "Property 'scsi-hd.iothread' not found",
        },
        new("an I/O thread on sata", "COLO0604", Bases.On("Sata"), Disk("IoThread", "1"))
        {
            RefusedBy = Refuser.Machine,
            Message = "Property 'ide-hd.iothread' not found",
        },
        new("an I/O mode for a disk on the network", "COLO0605", Bases.OverSocket, Disk("Io", "DiskIo.Threads"))
        {
            AcceptedBecause = "the mode stands in no document of QEMU, and libvirt ignores it",
        },
        new("an I/O thread of a disk that shares its base", "COLO0608", Bases.TwoOverlays,
            host => host.WithFirst(tree => tree.Without("IoEventFd").With("IoThread", "1")))
        {
            AcceptedBecause = "the disk works, and QEMU says in its log that the main thread serves it when the guest's driver starts",
        },
        new("discards over a replica", "COLO0609", Bases.Secondary,
            host => host.WithFirst(tree => tree.With("Discard", "DiskDiscard.Unmap").With("DetectZeroes", "DiskDetectZeroes.Off")))
        {
            AcceptedBecause = "the guest's discards free nothing, and it gets no error",
        },
        new("writes through on usb", "COLO0610", Bases.On("Usb"), host => host.WithFirst(tree => tree.With("Cache", "DiskCache.Writethrough").Without("Io")))
        {
            AcceptedBecause = "QEMU 7.2 keeps the write cache of the disk",
        },
        new("an unsafe cache under a secondary", "COLO0606", Bases.Secondary,
            host => host.WithFirst(tree => tree.With("Cache", "DiskCache.Unsafe").Without("Io")))
        {
            AcceptedBecause = "data is lost when the host fails, and not before",
        },
        new("an unsafe cache over an export", "COLO0606", Bases.Secondary,
            host => host.WithSecond(tree => tree.With("Cache", "DiskCache.Unsafe").Without("Io")))
        {
            AcceptedBecause = "data is lost when the host fails, and not before",
        },
    ];
}
