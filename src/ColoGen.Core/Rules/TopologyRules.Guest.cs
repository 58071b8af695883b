using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private const int MaxSerial = 20;
    private const int MaxVendor = 8;
    private const int MaxProduct = 16;

    private static readonly Rule s_devAgainstBus = new(
        "COLO0307", "A dev that is usual for another bus", "'{0}' has the dev '{1}' on the bus {2}: name it {3}, or use DiskBus.{4}", RuleSeverity.Warning, RuleCategory.Targets)
    {
        OfAttachment = (index, disk) => disk is { IsHostDisk: false, Bus: { } bus }
            && disk.Settings.GetMember("Bus") is not null && Targets.Number(disk.Dev) is not null
            && !disk.Dev.StartsWith(UsualPrefix(bus), StringComparison.Ordinal) && !IsPlaceTaken(index.Topology, disk)
            ? [new Finding(new Place(disk.Path, "Bus"), disk.Path, disk.Dev, bus.ToLowerInvariant(), UsualPrefix(bus) + disk.Dev.Substring(2), UsualBus(disk.Dev))
            {
                Fixes = [new Fix("Bus", "global::ColoGen.DiskBus." + UsualBus(disk.Dev))],
            }]
            : [],
    };

    private static readonly Rule s_bootOrder = new(
        "COLO0308", "Two devices have one place in the boot order", "'{0}' has BootOrder = {1}, which '{2}' has already: give it another", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfTopology = index => Findings.OfRepeated(
            index,
            index.Topology.Attachments,
            static disk => disk.IsHostDisk ? null : disk.Settings.GetNumber("BootOrder"),
            static (index, group) => group.Skip(1).Select(disk => new Finding(
                new Place(disk.Path, "BootOrder"), disk.Path, Text(disk.Settings.GetNumber("BootOrder")!.Value), group[0].Path)
            {
                Related = new Place(group[0].Path, "BootOrder"),
                Fixes = [new Fix("BootOrder", Text(GuestDisks(index).Max(other => other.Settings.GetNumber("BootOrder") ?? 0) + 1))],
            })),
    };

    private static readonly Rule s_serial = new(
        "COLO0309", "A serial number that libvirt or QEMU does not take", "Serial of '{0}' is '{1}': {2}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (_, attachment) => attachment.IsHostDisk ? [] : Serial(attachment),
    };

    private static readonly Rule s_wwn = new(
        "COLO0310", "A world wide name that libvirt does not take", "Wwn of '{0}' is '{1}': {2}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (_, attachment) => attachment.IsHostDisk ? [] : Wwn(attachment),
    };

    private static readonly Rule s_vendor = new(
        "COLO0311", "A vendor or product that libvirt does not take", "{0} of '{1}' is '{2}': {3}", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (_, attachment) => attachment.IsHostDisk
            ? []
            : VendorOrProduct(attachment, "Vendor", MaxVendor).Then(VendorOrProduct(attachment, "Product", MaxProduct)),
    };

    private static readonly Rule s_sameCase = new(
        "COLO0312", "Two devs differ only by case", "'{0}' has the dev '{1}', which differs from '{2}' only by case: node names would, too", RuleSeverity.Warning, RuleCategory.Targets)
    {
        OfTopology = index => Findings.OfRepeated(
            index,
            index.Topology.Attachments,
            static attachment => attachment.Dev.ToLowerInvariant(),
            static (_, group) => group
                .Where(attachment => attachment.Dev != group[0].Dev)
                .Select(attachment => new Finding(new Place(attachment.Path, "Dev"), attachment.Path, attachment.Dev, group[0].Dev)
                {
                    Related = new Place(group[0].Path, "Dev"),
                })),
    };

    private static readonly Rule s_longSerial = new(
        "COLO0313", "A serial number that the guest sees cut off", "Serial of '{0}' has {1} characters, and a guest sees the first 20 on {2}: shorten it", RuleSeverity.Warning, RuleCategory.Targets)
    {
        OfAttachment = (_, disk) => disk is { IsHostDisk: false, Bus: ("Virtio" or "Ide" or "Sata") and var bus }
            && disk.Settings.GetText("Serial") is { Length: > MaxSerial } serial
            ? [new Finding(new Place(disk.Path, "Serial"), disk.Path, Text(serial.Length), bus.ToLowerInvariant())]
            : [],
    };

    private static readonly Rule s_nameOfLayer = new(
        "COLO0314", "A dev is the node name of another disk's layer", "'{0}' has the dev '{1}', which is the node name of layer {3} of '{2}': give it another", RuleSeverity.Error, RuleCategory.Targets)
    {
        OfAttachment = (index, attachment) => ReferenceByName(index, attachment.Dev) is { } overlay
            ? [new Finding(new Place(attachment.Path, "Dev"), attachment.Path, attachment.Dev, overlay.Disk!.Dev, Text(overlay.Reference.Index))
            {
                Related = new Place(overlay.Disk.Path, "Dev"),
            }]
            : [],
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            from host in pair.Hosts
            from attachment in host.Attachments
            where attachment.Dev == disk.Dev + Naming.SurvivorSuffix || attachment.Dev == disk.Dev + Naming.MirrorSuffix
            select new Finding(new Place(attachment.Path, "Dev"), attachment.Path, attachment.Dev, disk.Dev, "0") { Related = new Place(disk.Disk.Primary.Path, "Dev") },
    };

    private static IEnumerable<Attachment> GuestDisks(TopologyContext index) => index.Topology.Attachments.Where(attachment => !attachment.IsHostDisk);

    private static string UsualPrefix(string bus) => bus switch
    {
        "Virtio" => "vd",
        "Ide" => "hd",
        "Fdc" => "fd",
        _ => "sd",
    };

    private static string UsualBus(string dev) => dev.Substring(0, 2) switch
    {
        "vd" => "Virtio",
        "hd" => "Ide",
        "fd" => "Fdc",
        _ => "Scsi",
    };

    /// <summary>Whether another disk has the same letters on the same bus.</summary>
    private static bool IsPlaceTaken(Topology topology, Attachment disk) => topology.Attachments.Any(other =>
        !other.IsHostDisk && other.Dev != disk.Dev && other.Bus == disk.Bus && Targets.Number(other.Dev) == Targets.Number(disk.Dev));

    /// <summary>The first overlay on a layer whose node has this name.</summary>
    private static BackingReference? ReferenceByName(TopologyContext index, string name)
    {
        foreach (BackingReference overlay in index.BackingReferences.All)
        {
            if (overlay is { Backing: not null, Reference: { Index: not 0 } reference } && $"{reference.Dev}-{Text(reference.Index)}" == name) return overlay;
        }

        return null;
    }

    private static IEnumerable<Finding> Serial(Attachment disk)
    {
        if (disk.Settings.Get("Serial") is not { } value) return [];
        string? serial = (value as TextConstant)?.Text;
        string? reason = disk.Device switch
        {
            "Floppy" => "a floppy drive has none",
            "Lun" => "a device that is passed through has its own",
            _ when serial == "" => "leave it out instead",
            _ when serial?.All(IsSerialCharacter) == false => "use A-Z a-z 0-9 _ . + - and space",
            _ => null,
        };
        return reason is null ? [] : [new Finding(new Place(disk.Path, "Serial"), disk.Path, serial ?? "", reason)];
    }

    private static bool IsSerialCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '+' or '-' or ' ';

    private static IEnumerable<Finding> Wwn(Attachment disk)
    {
        if (disk.Settings.GetText("Wwn") is not { } wwn) return [];
        string? reason = disk.Bus is not ("Scsi" or "Ide") || disk.Device == "Lun" ? "only scsi and ide disks have one that can be chosen"
            : IsWwn(wwn) ? null
            : "give 16 hexadecimal digits";
        return reason is null ? [] : [new Finding(new Place(disk.Path, "Wwn"), disk.Path, wwn, reason)];
    }

    private static bool IsWwn(string wwn)
    {
        string digits = wwn.StartsWith("0x", StringComparison.Ordinal) ? wwn.Substring(2) : wwn;
        return digits.Length == 16 && digits.All(Uri.IsHexDigit);
    }

    private static IEnumerable<Finding> VendorOrProduct(Attachment disk, string setting, int maximum)
    {
        if (disk.Settings.Get(setting) is not { } value) return [];
        string? text = (value as TextConstant)?.Text;
        string? reason = disk.Bus != "Scsi" || disk.Device == "Lun" ? "only scsi disks have one"
            : text?.Length > maximum ? $"it may have {maximum} characters"
            : text?.All(character => character is >= ' ' and <= '~') == false || text == "" ? "use printable ASCII"
            : null;
        return reason is null ? [] : [new Finding(new Place(disk.Path, setting), setting, disk.Path, text ?? "", reason)];
    }
}
