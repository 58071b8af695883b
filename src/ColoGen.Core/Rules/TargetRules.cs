using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO03xx: target names, buses and what identifies a disk to the guest.</summary>
internal static class TargetRules
{
    /// <summary>The PCI slots that pc and q35 leave free, of 32.</summary>
    private const int PciSlots = 30;

    /// <summary>The longest addition to a dev: a sign, ten digits and three of a list's item, between <c>-</c> and the suffix of a storage node.</summary>
    private static readonly int s_longestAddition = 1 + 11 + 3 + Naming.StorageSuffix.Length;

    private static readonly char[] s_digits = [.. "0123456789"];

    public static Rule DuplicateDev { get; } = new(
        "COLO0301",
        "Duplicate disk target name",
        "'{0}' has the dev '{1}', which '{2}' has already: give it another",
        RuleSeverity.Error)
    {
        OfTopology = context => Repeated.Groups(context.Topology.Attachments, static attachment => attachment.Dev) is { } groups
            ? OtherDevs(context.Topology, groups, static first => first.Path)
            : [],
    };

    public static Rule InvalidDev { get; } = new(
        "COLO0302",
        "Invalid disk target name",
        "'{0}' has the dev '{1}': {2}",
        RuleSeverity.Error)
    {
        OfAttachment = (_, attachment) => DevProblem(attachment) is { } reason
            ? [new RuleResult(PlaceOfDev(attachment), attachment.Path, attachment.Dev, reason)]
            : [],
    };

    public static Rule UnsupportedDevice { get; } = new(
        "COLO0303",
        "Device type not supported on this bus",
        "'{0}' ({1}) is a {2} on {3}, which {4}",
        RuleSeverity.Error)
    {
        OfAttachment = (context, disk) => disk is { IsHostDisk: false, Bus: { } bus } && BusProblem(context.Topology, disk, bus) is { } reason
            ? [new RuleResult(
                disk.Settings.Get(nameof(DiskAttribute.Bus)) is null ? PlaceOfDev(disk) : new Place(disk.Path, nameof(DiskAttribute.Bus)),
                disk.Path,
                disk.Dev,
                disk.Device.ToWord(),
                bus.ToWord(),
                reason)
            {
                Fixes = [.. BusFixes(context.Topology, disk, reason)],
            }]
            : [],
    };

    public static Rule SettingOfUnknownDisk { get; } = new(
        "COLO0304",
        "Setting for an unknown disk",
        "'{1}' is a setting of '{0}', and no [Disk] of the topology has that dev{2}",
        RuleSeverity.Error)
    {
        OfTopology = context => context.Topology.Errors
            .Where(static error => error.Kind == DeclarationErrorKind.UnknownDev)
            .Select(error => new RuleResult(error.Path, error.Detail, error.Path, ClosestName.Suggestion(error.Detail, DevsOfGuest(context.Topology)))),
    };

    public static Rule LongNodeName { get; } = new(
        "COLO0305",
        "Derived node name too long",
        "The layers of '{0}' get node names such as '{1}', longer than QEMU's {2} characters: shorten the dev",
        RuleSeverity.Error)
    {
        OfAttachment = (context, attachment) => attachment.Dev.Length > Naming.MaxLength - s_longestAddition
            && LongestName(context, attachment) is { Length: > Naming.MaxLength } longest
            ? [new RuleResult(PlaceOfDev(attachment), attachment.Path, longest, Naming.MaxLength.ToText())]
            : [],
        OfPair = pair => ReplicatedDisk.Of(pair)
            .Select(disk => (Attachment: disk.Disk.Primary, Longest: $"{disk.Dev}{Naming.SurvivorSuffix}-1{Naming.StorageSuffix}"))
            .Where(item => item.Longest.Length > Naming.MaxLength)
            .Select(item => new RuleResult(PlaceOfDev(item.Attachment), item.Attachment.Path, item.Longest, Naming.MaxLength.ToText())),
    };

    public static Rule DuplicateUnit { get; } = new(
        "COLO0306",
        "Duplicate unit on a bus",
        "'{0}' ({1}) and '{2}' have the same letters on the same bus, which is one place: change the letters of one",
        RuleSeverity.Error)
    {
        OfTopology = context => Repeated.Groups(
            context.Topology.Attachments,
            static disk => disk.IsHostDisk || Targets.PlaceOfLetters(disk) is not { } number ? ((DiskBus?, int)?)null : (disk.Bus, number)) is { } groups
            ? OtherDevs(context.Topology, groups.Select(DifferentDevs), static first => first.Dev)
            : [],
    };

    public static Rule DevOfOtherBus { get; } = new(
        "COLO0307",
        "Target name does not match the bus",
        "'{0}' has the dev '{1}' on the bus {2}: name it {3}{4}",
        RuleSeverity.Warning)
    {
        OfAttachment = (context, disk) => disk is { IsHostDisk: false, Bus: { } bus }
            && disk.Settings.GetEnum<DiskBus>(nameof(DiskAttribute.Bus)) is not null && Targets.Number(disk.Dev) is not null
            && !disk.Dev.StartsWith(DiskBuses.Get(bus).Prefix, StringComparison.Ordinal) && FloppyProblem(disk) is null
            && !IsUnitTaken(context.Topology, disk)
            ? [DevOfOther(context.Topology, disk, bus, DiskBuses.OfPrefix(disk.Dev)!.Value)]
            : [],
    };

    public static Rule DuplicateBootOrder { get; } = new(
        "COLO0308",
        "Duplicate boot order",
        "'{0}' has BootOrder = {1}, which '{2}' has already: give it another",
        RuleSeverity.Error)
    {
        OfTopology = context => Repeated.Groups(context.Topology.Attachments, BootOrder) is { } groups ? DuplicateBootOrders(context.Topology, groups) : [],
    };

    public static Rule InvalidSerial { get; } = new(
        "COLO0309",
        "Invalid disk serial number",
        "{0} of '{1}'{2}: {3}",
        RuleSeverity.Error)
    {
        OfAttachment = (_, disk) => InvalidSettings(disk, InvalidSerial!),
    };

    public static Rule InvalidWwn { get; } = new(
        "COLO0310",
        "Invalid disk World Wide Name",
        "{0} of '{1}'{2}: {3}",
        RuleSeverity.Error)
    {
        OfAttachment = (_, disk) => InvalidSettings(disk, InvalidWwn!),
    };

    public static Rule InvalidSetting { get; } = new(
        "COLO0311",
        "Invalid disk setting",
        "{0} of '{1}'{2}: {3}",
        RuleSeverity.Error)
    {
        OfAttachment = (_, disk) => InvalidSettings(disk, InvalidSetting!),
    };

    public static Rule DevsDifferByCase { get; } = new(
        "COLO0312",
        "Target names differ only by case",
        "'{0}' has the dev '{1}', which differs from '{2}' only by case: node names would, too",
        RuleSeverity.Warning)
    {
        OfTopology = context => Repeated.Groups(context.Topology.Attachments, static attachment => attachment.Dev.ToLowerInvariant()) is { } groups
            ? DifferingByCase(groups)
            : [],
    };

    public static Rule LongSerial { get; } = new(
        "COLO0313",
        "Serial number truncated for the guest",
        "Serial of '{0}' has {1} characters, and a guest sees the first {3} on {2}: shorten it",
        RuleSeverity.Warning)
    {
        OfAttachment = (_, disk) => disk is { IsHostDisk: false, Bus: { } bus } && DiskBuses.Get(bus) is { RefusesLongSerial: false, SerialLength: { } length }
            && disk.Settings.GetText(nameof(DiskAttribute.Serial)) is { } serial && serial.Length > length
            ? [new RuleResult(
                new Place(disk.Path, nameof(DiskAttribute.Serial)),
                disk.Dev,
                serial.Length.ToText(),
                bus.ToWord(),
                length.ToText())]
            : [],
    };

    public static Rule DevIsNodeName { get; } = new(
        "COLO0314",
        "Target name equals another layer's node name",
        "'{0}' has the dev '{1}', which is the node name of layer {3} of '{2}': give it another",
        RuleSeverity.Error)
    {
        OfAttachment = (context, attachment) => ReferenceByNodeName(context, attachment.Dev) is { } reference
            ? [new RuleResult(PlaceOfDev(attachment), attachment.Path, attachment.Dev, reference.Disk!.Dev, reference.Reference.Index.ToText())
            {
                Related = PlaceOfDev(reference.Disk),
            }]
            : [],
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            from host in pair.Hosts
            from attachment in host.Attachments
            where attachment.Dev == disk.Dev + Naming.SurvivorSuffix || attachment.Dev == disk.Dev + Naming.MirrorSuffix
            select new RuleResult(PlaceOfDev(attachment), attachment.Path, attachment.Dev, disk.Dev, "0") { Related = PlaceOfDev(disk.Disk.Primary) },
    };

    public static Rule FullPciBus { get; } = new(
        "COLO0315",
        "Too many devices on the PCI bus",
        "'{0}' has {1} virtio disks and controllers, and QEMU's machines have {2} places on the bus: put disks on DiskBus.Scsi, with the first letters, " +
        "or select the documents for libvirt alone",
        RuleSeverity.Error)
    {
        OfTopology = context => HasDevicesOfQemu(context.Topology) && MayFillPci(context.Topology) && PciDevices(context.Topology) is > PciSlots and var count
            ? [new RuleResult("", context.Topology.Type.Name, count.ToText(), PciSlots.ToText())]
            : [],
    };

    public static Rule DevIsDriveId { get; } = new(
        "COLO0316",
        "Target name equals a drive id of QEMU",
        "'{0}' has the dev '{1}', which is the id that QEMU gives a drive of its own in the drive arguments: give it another",
        RuleSeverity.Warning)
    {
        OfAttachment = (context, attachment) => attachment.IsHostDisk && context.Topology.Documents.HasFlag(TopologyDocuments.DriveArguments)
            && ReservedNames.IsDriveId(attachment.Dev)
            ? [new RuleResult(PlaceOfDev(attachment), attachment.Path, attachment.Dev)]
            : [],
    };

    public static Rule DuplicateSerial { get; } = new(
        "COLO0317",
        "Duplicate disk serial number or World Wide Name",
        "'{0}' has the {1} '{2}', which '{3}' has already, and the guest would find only one of them by it: give it another",
        RuleSeverity.Warning)
    {
        OfTopology = context => DuplicateIdentities(context.Topology),
    };

    public static IEnumerable<Rule> All =>
    [
        DuplicateDev, InvalidDev, UnsupportedDevice, SettingOfUnknownDisk, LongNodeName, DuplicateUnit, DevOfOtherBus, DuplicateBootOrder,
        InvalidSerial, InvalidWwn, InvalidSetting, DevsDifferByCase, LongSerial, DevIsNodeName, FullPciBus, DevIsDriveId,
        DuplicateSerial,
    ];

    private static string[] DevsOfGuest(Topology topology) =>
        [.. topology.Attachments.Where(static attachment => !attachment.IsHostDisk).Select(static attachment => attachment.Dev)];

    private static Place PlaceOfDev(Attachment attachment) => new(attachment.Path, nameof(DiskAttribute.Dev));

    /// <summary>The next dev of the same kind that no disk has.</summary>
    private static string FreeDev(Topology topology, Attachment attachment)
    {
        IEnumerable<string> candidates = attachment.IsHostDisk || Targets.Number(attachment.Dev) is not { } number
            ? Enumerable.Range(1, topology.Attachments.Count + 1).Select(next => attachment.Dev.TrimEnd(s_digits) + next.ToText())
            : Enumerable.Range(number + 1, topology.Attachments.Count + 1).Select(next => attachment.Dev.Substring(0, 2) + Targets.Letters(next));
        return FreeDev(topology, attachment, candidates);
    }

    /// <summary>The first dev with a prefix, from a number on, that no other disk has.</summary>
    private static string FreeDev(Topology topology, Attachment attachment, string prefix, int number) => FreeDev(
        topology, attachment, Enumerable.Range(number, (2 * topology.Attachments.Count) + 1).Select(next => prefix + Targets.Letters(next)));

    private static string FreeDev(Topology topology, Attachment attachment, IEnumerable<string> candidates) =>
        candidates.First(dev => !topology.Attachments.Any(other => other.Dev == dev
            || (Targets.Number(dev) is { } unit && !ReferenceEquals(other, attachment) && other.Bus == attachment.Bus && Targets.Number(other.Dev) == unit)));

    /// <summary>The topology after a change of a dev, so that the next change gives another one.</summary>
    private static Topology With(Topology topology, Attachment attachment, string dev) => topology with
    {
        Attachments = topology.Attachments.Select(other => ReferenceEquals(other, attachment) ? other with { Dev = dev } : other).ToEquatableArray(),
    };

    /// <summary>Gives every disk but the first of a group another dev.</summary>
    private static IEnumerable<RuleResult> OtherDevs(
        Topology topology, IEnumerable<IReadOnlyList<Attachment>> groups, Func<Attachment, string> nameOfFirst)
    {
        foreach (IReadOnlyList<Attachment> group in groups)
        {
            foreach (Attachment disk in group.Skip(1))
            {
                string dev = FreeDev(topology, disk);
                yield return new RuleResult(PlaceOfDev(disk), disk.Path, disk.Dev, nameOfFirst(group[0]))
                {
                    Related = PlaceOfDev(group[0]),
                    Fixes = [new Fix(nameof(DiskAttribute.Dev), dev)],
                };
                topology = With(topology, disk, dev);
            }
        }
    }

    private static string? DevProblem(Attachment attachment) => attachment switch
    {
        { IsHostDisk: true, Dev: ReservedNames.Libvirt } => "libvirt names its own nodes so, such as libvirt-1-storage: use another",
        { IsHostDisk: true } => IsNodeName(attachment.Dev) ? null : "use a letter, then letters, digits, '.', '_' or '-'",
        _ when Targets.Number(attachment.Dev) is null => "use vd, sd, hd or fd and small letters, such as vda",
        _ => FloppyProblem(attachment),
    };

    /// <summary>Why libvirt refuses a dev that is a floppy drive's, or is not; null also where the bus is wrong for the device.</summary>
    private static string? FloppyProblem(Attachment disk)
    {
        bool isFloppyDev = disk.Dev.StartsWith(FdcBus.Kind.Prefix, StringComparison.Ordinal);
        return (disk.Bus, disk.Device, isFloppyDev) switch
        {
            (DiskBus.Fdc, DiskDevice.Floppy, false) => "libvirt takes fda and fdb alone for a floppy drive",
            (not DiskBus.Fdc, DiskDevice.Disk or DiskDevice.Lun, true) => "libvirt takes fd for floppy drives alone: use vd, sd or hd",
            _ => null,
        };
    }

    private static bool IsNodeName(string name)
    {
        foreach (char character in name)
        {
            if (!IsLetter(character) && character is not ((>= '0' and <= '9') or '.' or '_' or '-')) return false;
        }

        return name.Length > 0 && IsLetter(name[0]);

        static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
    }

    /// <summary>Why a bus can't have a device.</summary>
    private static string? BusProblem(Topology topology, Attachment disk, DiskBus bus) =>
        DiskBuses.Get(bus).Problem(topology, disk) ?? SettingProblem(disk);

    private static string LongestName(TopologyContext context, Attachment attachment) => attachment.Top.PreOrder()
        .Select(layer => (Number: context.NumberOf(layer), Suffix: LayerKinds.Find(layer.Kind) is { IsSource: false } ? "" : Naming.StorageSuffix))
        .Select(node => attachment.Dev + "-" + node.Number.Constant.ToText() + (node.Number.Terms.Count > 0 ? "000" : "") + node.Suffix)
        .OrderByDescending(name => name.Length)
        .First();

    /// <summary>The first disk of each dev. Another rule reports the others.</summary>
    private static IReadOnlyList<Attachment> DifferentDevs(IReadOnlyList<Attachment> disks) =>
        [.. disks.GroupBy(static disk => disk.Dev).Select(static same => same.First())];

    private static RuleResult DevOfOther(Topology topology, Attachment disk, DiskBus bus, DiskBus usual)
    {
        string dev = FreeDev(topology, disk, DiskBuses.Get(bus).Prefix, Targets.Number(disk));
        bool canMove = BusProblem(topology, With(disk, nameof(DiskAttribute.Bus), usual.ToString()), usual) is null;
        string move = canMove ? $", or use {nameof(DiskBus)}.{usual}" : "";
        var rename = new Fix(nameof(DiskAttribute.Dev), dev);
        return new RuleResult(new Place(disk.Path, nameof(DiskAttribute.Bus)), disk.Path, disk.Dev, bus.ToWord(), dev, move)
        {
            Fixes = canMove ? [new Fix(nameof(DiskAttribute.Bus), usual), rename] : [rename],
        };
    }

    /// <summary>The changes of the bus or the device that a reason names and that leave no reason.</summary>
    private static IEnumerable<Fix> BusFixes(Topology topology, Attachment disk, string reason)
    {
        foreach (DiskBusKind kind in DiskBuses.All)
        {
            if (!reason.Contains($"{nameof(DiskBus)}.{kind.Bus}")) continue;
            Attachment moved = With(disk, nameof(DiskAttribute.Bus), kind.Bus.ToString());
            if (BusProblem(topology, moved, kind.Bus) is null) yield return new Fix(nameof(DiskAttribute.Bus), kind.Bus);
        }

        if (reason.Contains($"{nameof(DiskDevice)}.{DiskDevice.Floppy}")
            && BusProblem(topology, With(disk, nameof(DiskAttribute.Device), DiskDevice.Floppy.ToString()), disk.Bus!.Value) is null)
        {
            yield return new Fix(nameof(DiskAttribute.Device), DiskDevice.Floppy);
        }
    }

    private static Attachment With(Attachment disk, string setting, string member) => disk with
    {
        Settings = disk.Settings.Where(other => other.Name != setting).Append(new Setting(setting, new EnumConstant(member))).ToEquatableArray(),
    };

    /// <summary>Whether another disk has the same letters on the same bus.</summary>
    private static bool IsUnitTaken(Topology topology, Attachment disk) => topology.Attachments.Any(other =>
        !other.IsHostDisk && other.Dev != disk.Dev && other.Bus == disk.Bus && Targets.Number(other.Dev) == Targets.Number(disk.Dev));

    private static long? BootOrder(Attachment disk) => disk.IsHostDisk ? null : disk.Settings.GetNumber(nameof(DiskAttribute.BootOrder));

    private static IEnumerable<RuleResult> DuplicateBootOrders(Topology topology, IEnumerable<IReadOnlyList<Attachment>> groups)
    {
        long next = topology.Attachments.Max(disk => BootOrder(disk) ?? 0) + 1;
        foreach (IReadOnlyList<Attachment> group in groups)
        {
            foreach (Attachment disk in group.Skip(1))
            {
                yield return new RuleResult(
                    new Place(disk.Path, nameof(DiskAttribute.BootOrder)), disk.Dev, BootOrder(disk)!.Value.ToText(), group[0].Dev)
                {
                    Related = new Place(group[0].Path, nameof(DiskAttribute.BootOrder)),
                    Fixes = [new Fix(nameof(DiskAttribute.BootOrder), next++)],
                };
            }
        }
    }

    /// <summary>The part of the serial number that the guest sees.</summary>
    private static string? Serial(Attachment disk) =>
        Identity(disk, nameof(DiskAttribute.Serial)) is { } serial && disk.Bus is { } bus && DiskBuses.Get(bus).SerialLength is { } length
            ? serial.Substring(0, Math.Min(serial.Length, length))
            : null;

    /// <summary>The digits in one spelling.</summary>
    private static string? Wwn(Attachment disk) => Identity(disk, nameof(DiskAttribute.Wwn)) is { } wwn ? WwnSetting.Digits(wwn).ToLowerInvariant() : null;

    /// <summary>A constant text by which the guest knows the disk; null where it has none.</summary>
    private static string? Identity(Attachment disk, string setting) =>
        !disk.IsHostDisk && disk.Settings.GetText(setting) is { Length: > 0 } text ? text : null;

    private static IEnumerable<RuleResult> DuplicateIdentities(Topology topology)
    {
        IEnumerable<IReadOnlyList<Attachment>>? serials = Repeated.Groups(topology.Attachments, Serial);
        IEnumerable<IReadOnlyList<Attachment>>? wwns = Repeated.Groups(topology.Attachments, Wwn);
        return serials is null && wwns is null
            ? []
            : SameIdentities(serials ?? [], nameof(DiskAttribute.Serial)).Concat(SameIdentities(wwns ?? [], nameof(DiskAttribute.Wwn)));
    }

    private static IEnumerable<RuleResult> SameIdentities(IEnumerable<IReadOnlyList<Attachment>> groups, string setting)
    {
        foreach (IReadOnlyList<Attachment> group in groups)
        {
            foreach (Attachment disk in group.Skip(1))
            {
                yield return new RuleResult(new Place(disk.Path, setting), disk.Path, setting, disk.Settings.GetText(setting)!, group[0].Path)
                {
                    Related = new Place(group[0].Path, setting),
                };
            }
        }
    }

    /// <summary>The settings with a value that the disk can't have, as far as this rule reports them.</summary>
    private static IEnumerable<RuleResult> InvalidSettings(Attachment disk, Rule rule)
    {
        List<RuleResult>? results = null;
        if (disk.IsHostDisk) return [];
        foreach (DiskSetting setting in DiskSettingTable.All)
        {
            if (setting.Check is { } check && check.Rule == rule.Id
                && disk.Settings.Get(setting.Name) is { } value && check.Problem(disk, value) is { } reason)
            {
                string given = value.ConstantText() is { } text ? $" is '{text}'" : "";
                (results ??= []).Add(new RuleResult(Place.Of(disk.Path, new Setting(setting.Name, value)), setting.Name, disk.Dev, given, reason));
            }
        }

        return results ?? [];
    }

    /// <summary>Why the device of the disk can't have a setting that it is given.</summary>
    private static string? SettingProblem(Attachment disk)
    {
        foreach (DiskSetting setting in DiskSettingTable.All)
        {
            if (setting.Check?.Rule == UnsupportedDevice.Id && setting.IsGiven(disk) && setting.Check.Unsupported(disk) is { } reason) return reason;
        }

        return null;
    }

    private static IEnumerable<RuleResult> DifferingByCase(IEnumerable<IReadOnlyList<Attachment>> groups)
    {
        foreach (IReadOnlyList<Attachment> group in groups)
        {
            foreach (Attachment attachment in group.Where(attachment => attachment.Dev != group[0].Dev))
            {
                yield return new RuleResult(PlaceOfDev(attachment), attachment.Path, attachment.Dev, group[0].Dev) { Related = PlaceOfDev(group[0]) };
            }
        }
    }

    /// <summary>The first reference to a layer whose node has this name.</summary>
    private static BackingReference? ReferenceByNodeName(TopologyContext context, string name)
    {
        foreach (BackingReference reference in context.BackingReferences.All)
        {
            if (reference is { Backing: not null, IsToTop: false, Reference: var target } && $"{target.Dev}-{target.Index.ToText()}" == name) return reference;
        }

        return null;
    }

    /// <summary>How many devices have a slot on the PCI bus; 0 where a dev is wrong by itself.</summary>
    private static int PciDevices(Topology topology) => topology.Attachments.All(attachment => attachment.IsHostDisk
        || (Targets.Number(attachment.Dev) is not null && attachment.Bus is { } bus && BusProblem(topology, attachment, bus) is null
            && !DeviceAddresses.IsOutOfRange(attachment)))
        ? topology.Attachments.Count(disk => !disk.IsHostDisk && DiskBuses.Get(disk.Bus!.Value).IsOnPci && PciAddress.Of(disk) is not { Bus: > 0 })
            + DiskBuses.Controllers(topology).Count(controller => controller is { IsOnPci: true, IsBuiltIn: false })
            + (int)PciBridges.Count(topology)
        : 0;

    /// <summary>Whether a document has the devices for QEMU alone. libvirt adds bridges to the bus.</summary>
    private static bool HasDevicesOfQemu(Topology topology) =>
        (topology.Documents & ~(TopologyDocuments.TreeXml | TopologyDocuments.DomainXml | TopologyDocuments.Diagrams)) is not default(TopologyDocuments);

    /// <summary>Whether so many devices are possible at all, with a controller of its own for every letter that a controller takes.</summary>
    private static bool MayFillPci(Topology topology)
    {
        if (topology.Attachments.Any(DeviceAddresses.IsDeclaredOn)) return true;
        int most = 0;
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && Targets.Number(attachment.Dev) is { } number) most += 1 + (number / SataBus.Ports);
        }

        return most > PciSlots;
    }
}
