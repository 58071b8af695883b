using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Addresses;

/// <summary>All that distinguishes one kind of address from another.</summary>
internal sealed record AddressKind
{
    /// <summary>The name of the attribute, without its suffix. Its arguments are settings of the disk, named with it: <c>PciAddress.Slot</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>Whether the disks of a bus have it.</summary>
    public required Func<DiskBus, bool> IsOfBus { get; init; }

    /// <summary>The setting that the attribute always has.</summary>
    public required string FirstSetting { get; init; }

    public required EquatableArray<AddressRange> Ranges { get; init; }

    /// <summary>Why a disk can't have the place that it is given; null where it can.</summary>
    public required Func<Topology, Attachment, AddressProblem?> Problem { get; init; }

    /// <summary>The place of a disk on one of the buses, declared or not, which only one disk of the bus can have; null where it is chosen later.</summary>
    public required Func<Topology, Attachment, string?> Place { get; init; }

    /// <summary>Writes libvirt's <c>&lt;address&gt;</c> of a disk that has the address.</summary>
    public required Action<XmlBuilder, Attachment> Xml { get; init; }
}

/// <summary>The limits of a setting.</summary>
internal sealed record AddressRange(string Setting, NumberRange Range);

/// <summary>Why a disk can't have the place that a setting gives.</summary>
internal sealed record AddressProblem(string Setting, string Reason);
