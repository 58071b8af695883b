using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    /// <summary>QEMU's limit for a node name.</summary>
    private const int MaxNodeName = 31;

    /// <summary>The places that pc and q35 leave free, of 32.</summary>
    private const int PciPlaces = 30;

    /// <summary>What is added to a dev, at its longest: a sign, ten digits and three of an item, between <c>-</c> and <c>-storage</c>.</summary>
    private const int LongestSuffix = 1 + 11 + 3 + 8;

    private static readonly char[] s_digits = [.. "0123456789"];

    private static readonly Rule s_duplicateDev = new(
        "COLO0301", "Two disks have one dev", "'{0}' has the dev '{1}', which '{2}' has already: give it another", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (index, attachment) => index.Topology.Find(attachment.Dev)!.Path is var first && first != attachment.Path
            ? [new Finding(new Place(attachment.Path, "Dev"), attachment.Path, attachment.Dev, first)
            {
                Related = new Place(first, "Dev"),
                Fixes = [new Fix("Dev", $"\"{FreeDev(index.Topology, attachment)}\"")],
            }]
            : [],
    };

    private static readonly Rule s_devName = new(
        "COLO0302", "A dev is not a name that libvirt and QEMU take", "'{0}' has the dev '{1}': {2}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (_, attachment) => DevName(attachment) is { } reason
            ? [new Finding(new Place(attachment.Path, "Dev"), attachment.Path, attachment.Dev, reason)]
            : [],
    };

    private static readonly Rule s_impossibleBus = new(
        "COLO0303", "A device that its bus can't have", "'{0}' ({1}) is a {2} on {3}, which {4}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (index, disk) => disk is { IsHostDisk: false, Bus: { } bus } && ImpossibleBus(index.Topology, disk) is { } reason
            ? [new Finding(
                new Place(disk.Path, disk.Settings.Get("Bus") is null ? "Dev" : "Bus"), disk.Path, disk.Dev, disk.Device.ToLowerInvariant(), bus.ToLowerInvariant(), reason)]
            : [],
    };

    private static readonly Rule s_unknownDisk = new(
        "COLO0304", "A setting names a dev that is not there", "'{1}' is a setting of '{0}', and no [Disk] of the topology has that dev", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => Findings.OfEach(
            index.Topology.Errors, static flaw => flaw.Kind == DeclarationErrorKind.UnknownDev ? new Finding(flaw.Path, flaw.Detail, flaw.Path) : null),
    };

    private static readonly Rule s_longName = new(
        "COLO0305", "A derived node name is longer than QEMU takes", "The layers of '{0}' get node names such as '{1}', longer than QEMU's 31 characters: shorten the dev", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (index, attachment) => attachment.Dev.Length > MaxNodeName - LongestSuffix && LongestName(index, attachment) is { Length: > MaxNodeName } longest
            ? [new Finding(new Place(attachment.Path, "Dev"), attachment.Path, longest)]
            : [],
        OfPair = pair => ReplicatedDisk.Of(pair)
            .Select(disk => (Attachment: disk.Disk.Primary, Longest: $"{disk.Dev}{Naming.SurvivorSuffix}-1{Naming.StorageSuffix}"))
            .Where(item => item.Longest.Length > MaxNodeName)
            .Select(item => new Finding(new Place(item.Attachment.Path, "Dev"), item.Attachment.Path, item.Longest)),
    };

    private static readonly Rule s_sameUnit = new(
        "COLO0306", "Two disks have one place on their bus", "'{0}' ({1}) and '{2}' have the same letters on the same bus, which is one place: change the letters of one", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => Findings.OfRepeated(
            index,
            index.Topology.Attachments,
            static disk => disk.IsHostDisk || Targets.Number(disk.Dev) is not { } number ? ((string?, int)?)null : (disk.Bus, number),
            static (index, group) => group.Any(disk => disk.Dev != group[0].Dev)
                ? [new Finding(new Place(group.Last().Path, "Dev"), group.Last().Path, group.Last().Dev, group[0].Dev)
                {
                    Related = new Place(group[0].Path, "Dev"),
                    Fixes = [new Fix("Dev", $"\"{FreeDev(index.Topology, group.Last())}\"")],
                }]
                : []),
    };

    private static readonly Rule s_pciPlaces = new(
        "COLO0315", "More devices than the PCI bus has places", "'{0}' has {1} virtio disks and controllers, and QEMU's machines have {2} places on the bus: put disks on DiskBus.Scsi, with the first letters", RuleSeverity.Warning, RuleCategory.Targets)
    {
        OfTopology = index => MayFillPci(index.Topology) && PciDevices(index.Topology) is > PciPlaces and var count
            ? [new Finding("", index.Topology.Type.Name, Text(count), Text(PciPlaces))]
            : [],
    };

    /// <summary>How many devices have a place on the PCI bus; 0 where a dev is wrong by itself.</summary>
    private static int PciDevices(Topology topology) => topology.Attachments.All(attachment => attachment.IsHostDisk
        || (Targets.Number(attachment.Dev) is not null && ImpossibleBus(topology, attachment) is null))
        ? GuestDisks(topology, "Virtio").Count() + GuestDevices.Controllers(topology).Count(controller => controller.Id != "fdc0")
        : 0;

    /// <summary>Whether so many devices are possible at all, with a controller of its own for every letter that a controller takes.</summary>
    private static bool MayFillPci(Topology topology)
    {
        int most = 0;
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && Targets.Number(attachment.Dev) is { } number) most += 1 + (number / Targets.SataPorts);
        }

        return most > PciPlaces;
    }

    private static IEnumerable<Attachment> GuestDisks(Topology topology, string bus) => topology.Attachments.Where(attachment => !attachment.IsHostDisk && attachment.Bus == bus);

    /// <summary>The next dev of the same kind that no disk has.</summary>
    private static string FreeDev(Topology topology, Attachment attachment)
    {
        IEnumerable<string> candidates = attachment.IsHostDisk || Targets.Number(attachment.Dev) is not { } number
            ? Enumerable.Range(1, topology.Attachments.Count + 1).Select(next => attachment.Dev.TrimEnd(s_digits) + Text(next))
            : Enumerable.Range(number + 1, topology.Attachments.Count + 1).Select(next => attachment.Dev.Substring(0, 2) + Targets.Letters(next));
        return candidates.First(dev => !topology.Attachments.Any(other => other.Dev == dev
            || (Targets.Number(dev) is { } place && other.Bus == attachment.Bus && Targets.Number(other.Dev) == place)));
    }

    private static string? DevName(Attachment attachment) => attachment.IsHostDisk
        ? IsNodeName(attachment.Dev) ? null : "use a letter, then letters, digits, '.', '_' or '-'"
        : Targets.Number(attachment.Dev) is null ? "use vd, sd, hd or fd and small letters, such as vda" : null;

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
    private static string? ImpossibleBus(Topology topology, Attachment disk)
    {
        int? number = Targets.Number(disk.Dev);
        return (disk.Device, disk.Bus) switch
        {
            ("Floppy", not "Fdc") => "has no floppy drives: use DiskBus.Fdc",
            (not "Floppy", "Fdc") => "has only floppy drives: use DiskDevice.Floppy",
            ("Cdrom", "Virtio") => "can't change media: use DiskBus.Scsi or DiskBus.Sata",
            ("Cdrom", "Usb") when disk.Edge.Kind == EdgeKind.Optional => "can't be empty in QEMU: use DiskBus.Scsi or DiskBus.Sata",
            ("Lun", not "Scsi") => "can't pass a device through: use DiskBus.Scsi",
            ("Disk", "Sata" or "Ide") when disk.IsReadOnly => "can't be read-only: use DiskBus.Virtio or DiskBus.Scsi",
            (_, "Ide") when Frontends.IsQ35(topology) => "the machine q35 has not: use DiskBus.Sata",
            (_, "Ide") when number >= 4 => "has four places: use hda to hdd",
            (_, "Scsi") when number >= Targets.ScsiUnits * Targets.MaxControllers => "would need more than 32 controllers: use earlier letters",
            (_, "Sata") when number >= Targets.SataPorts * Targets.MaxControllers => "would need more than 32 controllers: use earlier letters",
            (_, "Usb") when UsbDisksBefore(topology, disk) >= Frontends.UsbPorts => $"has {Text(Frontends.UsbPorts)} ports: use DiskBus.Scsi",
            (_, "Fdc") when number >= 2 => "has two places: use fda or fdb",
            (_, "Fdc") when disk.Settings.Get("BootOrder") is not null => "takes no boot order from its device: leave BootOrder out",
            (not "Cdrom" and not "Floppy", _) when disk.Device == "Lun" && (disk.Top.Kind != "BlockSource" || disk.Top.Format != "Raw") => "needs a raw [BlockSource]",
            _ => null,
        };
    }

    private static int UsbDisksBefore(Topology topology, Attachment disk) => GuestDisks(topology, "Usb").TakeWhile(other => other.Path != disk.Path).Count();

    private static string LongestName(TopologyContext index, Attachment attachment) => attachment.Top.PreOrder()
        .Select(layer => index.NumberOf(layer))
        .Select(number => attachment.Dev + "-" + number.Constant.ToString(CultureInfo.InvariantCulture) + (number.Terms.Count > 0 ? "000" : "") + Naming.StorageSuffix)
        .OrderByDescending(name => name.Length)
        .First();
}
