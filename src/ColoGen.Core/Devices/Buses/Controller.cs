using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

/// <summary>A controller of a bus.</summary>
/// <param name="Options">The driver, the id and the other properties of its <c>-device</c>.</param>
internal sealed record Controller(string Id, EquatableArray<Option> Options)
{
    /// <summary>Whether the machine has it by itself, so that it has no <c>-device</c>.</summary>
    public bool IsBuiltIn { get; init; }

    public required bool IsOnPci { get; init; }

    /// <summary>libvirt's <c>&lt;controller&gt;</c>; null where libvirt always adds it by itself.</summary>
    public required ControllerXml? Xml { get; init; }

    /// <summary>The numbers of the controllers of a bus, without gaps.</summary>
    public static IEnumerable<int> Numbers(Topology topology, DiskBus bus) =>
        Enumerable.Range(0, Targets.On(topology, bus).Select(disk => NumberOf(disk) + 1).DefaultIfEmpty().Max());

    /// <summary>A number that is out of range is reported by a rule.</summary>
    private static int NumberOf(Attachment disk) => (int)Math.Max(0, Math.Min(DriveAddress.Of(disk).Controller, Targets.MaxControllers - 1));
}

/// <summary>The attributes of a <c>&lt;controller&gt;</c>.</summary>
internal sealed record ControllerXml(string Type, int Index)
{
    public string? Model { get; init; }

    public int? Ports { get; init; }
}
