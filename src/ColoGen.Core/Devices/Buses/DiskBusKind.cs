using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

/// <summary>All that distinguishes one bus of disks from another. A new bus does not compile before it has given every member.</summary>
internal sealed record DiskBusKind
{
    public required DiskBus Bus { get; init; }

    /// <summary>The usual prefix of the devs on it.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether libvirt takes it for a disk with that prefix and no declared bus.</summary>
    public required bool IsDefaultOfPrefix { get; init; }

    /// <summary>The characters of a serial number that the guest sees; null where a disk has none.</summary>
    public required int? SerialLength { get; init; }

    /// <summary>Whether newer QEMUs end at a longer serial number. Older ones cut it off.</summary>
    public required bool RefusesLongSerial { get; init; }

    /// <summary>Whether a hard disk on it can be read-only.</summary>
    public required bool CanBeReadOnly { get; init; }

    /// <summary>Whether its disks have a request to discard.</summary>
    public required bool HasDiscards { get; init; }

    /// <summary>Whether a disk on it can be without a write cache, so that each write is flushed.</summary>
    public required QemuSupport TurnsOffWriteCache { get; init; }

    /// <summary>Whether a running machine takes a disk on it.</summary>
    public required bool CanBePlugged { get; init; }

    /// <summary>Whether each of its disks is a device on the PCI bus.</summary>
    public required bool IsOnPci { get; init; }

    /// <summary>The places on its controllers; null where disks have another kind of address.</summary>
    public required DriveLimits? Drives { get; init; }

    /// <summary>Why it can't have a disk, as COLO0303 has it; null where it can.</summary>
    public required Func<Topology, Attachment, string?> Problem { get; init; }

    /// <summary>The driver of a disk's <c>-device</c>, and where it is on the bus.</summary>
    public required Func<Topology, Attachment, Options> Device { get; init; }

    /// <summary>The controllers that the disks of a guest need.</summary>
    public required Func<Topology, IEnumerable<Controller>> Controllers { get; init; }
}
