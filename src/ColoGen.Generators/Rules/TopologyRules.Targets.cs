using System.Globalization;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    /// <summary>QEMU's limit for a node name.</summary>
    private const int MaxNodeName = 31;

    /// <summary>The places that pc and q35 leave free, of 32.</summary>
    private const int PciPlaces = 30;

    private static readonly char[] s_digits = [.. "0123456789"];

    private static readonly Rule s_duplicateDev = new(
        "COLO0301", "Two disks have one dev", "'{0}' has the dev '{1}', which '{2}' has already: give it another", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => index.Topology.Attachments
            .Where(attachment => index.Topology.Find(attachment.Dev)!.Path != attachment.Path)
            .Select(attachment => new Finding(new Place(attachment.Path, "Dev"), attachment.Path, attachment.Dev, index.Topology.Find(attachment.Dev)!.Path)
            {
                Related = new Place(index.Topology.Find(attachment.Dev)!.Path, "Dev"),
                Fixes = [new Fix("Dev", $"\"{FreeDev(index.Topology, attachment)}\"")],
            }),
    };

    private static readonly Rule s_devName = new(
        "COLO0302", "A dev is not a name that libvirt and QEMU take", "'{0}' has the dev '{1}': {2}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => index.Topology.Attachments.SelectMany(DevName),
    };

    private static readonly Rule s_impossibleBus = new(
        "COLO0303", "A device that its bus can't have", "'{0}' ({1}) is a {2} on {3}, which {4}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => index.Topology.Attachments.Where(attachment => attachment is { IsHostDisk: false, Bus: not null }).SelectMany(disk => ImpossibleBus(index.Topology, disk)),
    };

    private static readonly Rule s_unknownDisk = new(
        "COLO0304", "A setting names a dev that is not there", "'{1}' is a setting of '{0}', and no [Disk] of the topology has that dev", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => index.Topology.Flaws.Where(flaw => flaw.Kind == FlawKind.UnknownDev).Select(flaw => new Finding(flaw.Path, flaw.Detail, flaw.Path)),
    };

    private static readonly Rule s_longName = new(
        "COLO0305", "A derived node name is longer than QEMU takes", "The layers of '{0}' get node names such as '{1}', longer than QEMU's 31 characters: shorten the dev", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => index.Topology.Attachments
            .Select(attachment => (attachment, Longest: LongestName(index, attachment)))
            .Where(item => item.Longest.Length > MaxNodeName)
            .Select(item => new Finding(new Place(item.attachment.Path, "Dev"), item.attachment.Path, item.Longest)),
        OfPair = pair => ReplicatedDisk.Of(pair)
            .Select(disk => (Attachment: disk.Disk.Primary, Longest: $"{disk.Dev}{PairIndex.SurvivorSuffix}-1{Naming.StorageSuffix}"))
            .Where(item => item.Longest.Length > MaxNodeName)
            .Select(item => new Finding(new Place(item.Attachment.Path, "Dev"), item.Attachment.Path, item.Longest)),
    };

    private static readonly Rule s_sameUnit = new(
        "COLO0306", "Two disks have one place on their bus", "'{0}' ({1}) and '{2}' have the same letters on the same bus, which is one place: change the letters of one", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => index.Topology.Attachments
            .Where(attachment => !attachment.IsHostDisk && Targets.Number(attachment.Dev) is not null)
            .GroupBy(disk => (disk.Bus, Targets.Number(disk)))
            .Where(group => group.Select(disk => disk.Dev).Distinct().Count() > 1)
            .Select(group => new Finding(new Place(group.Last().Path, "Dev"), group.Last().Path, group.Last().Dev, group.First().Dev)
            {
                Related = new Place(group.First().Path, "Dev"),
                Fixes = [new Fix("Dev", $"\"{FreeDev(index.Topology, group.Last())}\"")],
            }),
    };

    private static readonly Rule s_pciPlaces = new(
        "COLO0315", "More devices than the PCI bus has places", "'{0}' has {1} virtio disks and controllers, and QEMU's machines have {2} places on the bus: put disks on DiskBus.Scsi, with the first letters", RuleSeverity.Warning, RuleCategory.Targets)
    {
        OfTopology = index => PciDevices(index.Topology) is > PciPlaces and var count
            ? [new Finding("", index.Topology.Type.Name, Text(count), Text(PciPlaces))]
            : [],
    };

    /// <summary>How many devices have a place on the PCI bus; 0 where a dev is wrong by itself.</summary>
    private static int PciDevices(Topology topology) => topology.Attachments.All(attachment => attachment.IsHostDisk
        || (Targets.Number(attachment.Dev) is not null && !ImpossibleBus(topology, attachment).Any()))
        ? GuestDisks(topology, "Virtio").Count() + Frontends.Controllers(topology).Count(controller => controller.Id != "fdc0")
        : 0;

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

    private static IEnumerable<Finding> DevName(Attachment attachment)
    {
        string dev = attachment.Dev;
        if (attachment.IsHostDisk)
        {
            bool fits = dev.Length > 0 && IsLetter(dev[0]) && dev.All(character => IsLetter(character) || character is (>= '0' and <= '9') or '.' or '_' or '-');
            if (!fits) yield return new Finding(new Place(attachment.Path, "Dev"), attachment.Path, dev, "use a letter, then letters, digits, '.', '_' or '-'");
        }
        else if (Targets.Number(dev) is null)
        {
            yield return new Finding(new Place(attachment.Path, "Dev"), attachment.Path, dev, "use vd, sd, hd or fd and small letters, such as vda");
        }

        static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
    }

    private static IEnumerable<Finding> ImpossibleBus(Topology topology, Attachment disk)
    {
        int? number = Targets.Number(disk.Dev);
        string? reason = (disk.Device, disk.Bus) switch
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
            (_, "Usb") when GuestDisks(topology, "Usb").TakeWhile(other => other.Path != disk.Path).Count() >= Frontends.UsbPorts => $"has {Text(Frontends.UsbPorts)} ports: use DiskBus.Scsi",
            (_, "Fdc") when number >= 2 => "has two places: use fda or fdb",
            (_, "Fdc") when disk.Settings.Get("BootOrder") is not null => "takes no boot order from its device: leave BootOrder out",
            (not "Cdrom" and not "Floppy", _) when disk.Device == "Lun" && (disk.Top.Kind != "BlockSource" || disk.Top.Format != "Raw") => "needs a raw [BlockSource]",
            _ => null,
        };
        if (reason is not null)
        {
            yield return new Finding(new Place(disk.Path, disk.Settings.Get("Bus") is null ? "Dev" : "Bus"), disk.Path, disk.Dev, disk.Device.ToLowerInvariant(), disk.Bus!.ToLowerInvariant(), reason);
        }
    }

    private static string LongestName(TopologyIndex index, Attachment attachment) => attachment.Top.PreOrder()
        .Select(layer => index.NumberOf(layer))
        .Select(number => attachment.Dev + "-" + number.Constant.ToString(CultureInfo.InvariantCulture) + (number.Terms.Count > 0 ? "000" : "") + Naming.StorageSuffix)
        .OrderByDescending(name => name.Length)
        .First();
}
