using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO03xx: where the devices of the guest are, and what else only one device can have.</summary>
internal static class AddressRules
{
    public static Rule UnknownAddress { get; } = new(
        "COLO0318",
        "Address that the device can't have",
        "'{0}' has a [{1}]{2}: {3}",
        RuleSeverity.Error)
    {
        OfAttachment = (context, disk) => DeviceAddresses.IsDeclaredOn(disk) ? UnknownAddresses(context.Topology, disk) : [],
    };

    public static Rule DuplicateAddress { get; } = new(
        "COLO0319",
        "Duplicate address, alias or ACPI index",
        "'{0}' has the {1}, which '{2}' has already: give it another",
        RuleSeverity.Error)
    {
        OfTopology = context => DuplicateAddresses(context.Topology),
    };

    public static Rule FunctionAlone { get; } = new(
        "COLO0320",
        "Function of a PCI slot without function 0",
        "'{0}' is function {1} of the PCI slot {2}, and no disk that is always there is function 0: a guest may not find it",
        RuleSeverity.Warning)
    {
        OfAttachment = (context, disk) => PciAddress.Of(disk) is { Function: > 0 } address && !DeviceAddresses.IsOutOfRange(disk)
            && !PciAddress.OthersInSlot(context.Topology, disk)
                .Any(static other => other.Edge.Kind == EdgeKind.Required && PciAddress.Of(other) is { Function: 0 })
            ? [new RuleResult(new Place(disk.Path, PciAddress.FunctionSetting), disk.Dev, address.Function.ToText(), address.Slot.ToText())]
            : [],
    };

    public static IEnumerable<Rule> All => [UnknownAddress, DuplicateAddress, FunctionAlone];

    /// <summary>The argument that gives a disk its place.</summary>
    public static Place ArgumentOf(Attachment disk) =>
        new(disk.Path, DeviceAddresses.DeclaredOn(disk).FirstOrDefault() is { } kind ? kind.FirstSetting : nameof(DiskAttribute.Dev));

    private static IEnumerable<RuleResult> UnknownAddresses(Topology topology, Attachment disk)
    {
        AddressKind? wanted = disk is { IsHostDisk: false, Bus: { } bus } ? DeviceAddresses.OfBus(bus) : null;
        foreach (AddressKind kind in DeviceAddresses.DeclaredOn(disk))
        {
            AddressProblem? problem = disk.IsHostDisk ? new(kind.FirstSetting, "a host disk is no device of the guest, so leave it out")
                : wanted is null ? null
                : kind != wanted ? new(kind.FirstSetting, $"a disk on {disk.Bus!.Value.ToWord()} has a [{wanted.Attribute}]")
                : kind.Problem(topology, disk);
            if (problem is null || DeviceAddresses.IsOutOfRange(disk)) continue;
            string argument = disk.Settings.Get(problem.Setting)?.ConstantText() is { } value
                ? $" with {problem.Setting.Substring(kind.Attribute.Length + 1)} = {value}"
                : "";
            yield return new RuleResult(new Place(disk.Path, problem.Setting), disk.Dev, kind.Attribute, argument, problem.Reason);
        }
    }

    private static IEnumerable<RuleResult> DuplicateAddresses(Topology topology)
    {
        IEnumerable<IReadOnlyList<Attachment>>? aliases = Repeated.Groups(topology.Attachments, AliasSetting.Declared);
        IEnumerable<IReadOnlyList<Attachment>>? indexes = Repeated.Groups(topology.Attachments, VirtioNumberSettings.AcpiIndexOf);
        bool isPlaced = topology.Attachments.Any(DeviceAddresses.IsDeclaredOn);
        return aliases is null && indexes is null && !isPlaced
            ? []
            : Others(aliases ?? [], nameof(DiskAttribute.Alias), static disk => $"alias '{AliasSetting.Declared(disk)}'")
                .Concat(Others(
                    indexes ?? [], nameof(DiskAttribute.AcpiIndex), static disk => $"ACPI index {VirtioNumberSettings.AcpiIndexOf(disk)!.Value.ToText()}"))
                .Concat(isPlaced ? AtOnePlace(topology) : []);
    }

    private static IEnumerable<RuleResult> AtOnePlace(Topology topology) => Others(
        Repeated.Groups(topology.Attachments, disk => PlaceOf(topology, disk)) ?? [], setting: null, disk => $"place {PlaceOf(topology, disk)}");

    /// <param name="setting">What gives the disks of a group the same; null for their addresses.</param>
    /// <param name="describe">What it is, as the message has it.</param>
    private static IEnumerable<RuleResult> Others(IEnumerable<IReadOnlyList<Attachment>> groups, string? setting, Func<Attachment, string> describe)
    {
        foreach (IReadOnlyList<Attachment> group in groups)
        {
            // A place that follows from the dev can't be given up.
            Attachment first = group.FirstOrDefault(disk => setting is null && !DeviceAddresses.IsDeclaredOn(disk)) ?? group[0];
            foreach (Attachment disk in group)
            {
                if (disk.Path == first.Path || (setting is null && !DeviceAddresses.IsDeclaredOn(disk))) continue;
                yield return new RuleResult(Argument(disk, setting), disk.Dev, describe(disk), first.Dev) { Related = Argument(first, setting) };
            }
        }
    }

    private static Place Argument(Attachment disk, string? setting) => setting is null ? ArgumentOf(disk) : new Place(disk.Path, setting);

    /// <summary>The place of a disk on its bus; null where it is chosen later.</summary>
    private static string? PlaceOf(Topology topology, Attachment disk) =>
        disk is { IsHostDisk: false, Bus: { } bus } && DeviceAddresses.OfBus(bus).Place(topology, disk) is { } place ? $"{place} on {bus.ToWord()}" : null;
}
