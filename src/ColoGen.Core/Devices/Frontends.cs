using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Devices;

/// <summary>What the guest sees: the devices over the trees and the controllers under them, as libvirt 9 builds them.</summary>
internal static class Frontends
{
    public static IEnumerable<Device> Controllers(Topology topology)
    {
        foreach (int index in ControllersOf(topology, "Scsi", Targets.ScsiUnits))
        {
            yield return Controller("virtio-scsi-pci", $"scsi{index}", canBePlugged: true);
        }

        foreach (int index in ControllersOf(topology, "Sata", Targets.SataPorts))
        {
            if (index > 0 || !HasIntelAhci(topology)) yield return Controller("ahci", $"sata{index}", canBePlugged: false);
        }

        if (Uses(topology, "Usb"))
        {
            yield return new Device(
                "usb", new Options().Add("driver", "qemu-xhci").Add("id", "usb").Add("p2", UsbPorts).Add("p3", UsbPorts).ToArray(), CanBePlugged: true);
        }

        if (Uses(topology, "Fdc") && IsQ35(topology)) yield return Controller("isa-fdc", "fdc0", canBePlugged: false);
    }

    /// <summary>The I/O threads.</summary>
    public static IEnumerable<EquatableArray<Option>> Objects(Topology topology) => IoThreads(topology)
        .Select(thread => new Options().Add("qom-type", "iothread").Add("id", IoThreadName(thread)).ToArray());

    public static IEnumerable<long> IoThreads(Topology topology) => topology.Attachments
        .Select(attachment => attachment.Settings.GetNumber("IoThread")).OfType<long>().Distinct().OrderBy(thread => thread);

    /// <summary>The numbers of the controllers of a bus, without gaps.</summary>
    public static IEnumerable<int> ControllersOf(Topology topology, string bus, int units)
    {
        int count = 0;
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && attachment.Bus == bus) count = Math.Max(count, (Targets.Number(attachment) / units) + 1);
        }

        return Enumerable.Range(0, count);
    }

    public static Device Of(Topology topology, Attachment disk, Name node)
    {
        EquatableArray<Setting> settings = disk.Settings;
        Options options = Bus(topology, disk)
            .Add("id", disk.Dev)
            .AddBare("bootindex", settings.Number("BootOrder", 1))
            .Add("iothread", settings.GetNumber("IoThread") is { } thread ? IoThreadName(thread) : null)
            .Add(Device.Drive, disk.MayBeEmpty ? new OptionalOption(disk.Edge.Source, disk.Edge.Scope, node) : node);
        if (disk.Bus == "Usb") options.Add("removable", false);
        if (settings.GetText("Wwn") is { } wwn) options.AddBare("wwn", Wwn(wwn));
        options.AddText("vendor", settings.Text("Vendor")).AddText("product", settings.Text("Product"));
        options.Add(Device.WriteCache, WriteCache(disk)).AddText("serial", settings.Text("Serial"));
        return new Device(disk.Dev, options.ToArray(), CanBePlugged: disk.Bus is "Virtio" or "Scsi" or "Usb");
    }

    /// <summary>Whether the device has a write cache, by the caching of the tree; null where neither is said.</summary>
    public static string? WriteCache(Attachment tree) => tree.Device == "Lun" ? null : tree.Settings.GetMember("Cache") switch
    {
        null => null,
        "Writethrough" or "Directsync" => "off",
        _ => "on",
    };

    /// <summary>The ports that the USB controller is given.</summary>
    public const int UsbPorts = 15;

    public static bool IsQ35(Topology topology) => topology.Machine?.IndexOf("q35", StringComparison.Ordinal) >= 0;

    private static Options Bus(Topology topology, Attachment disk)
    {
        int number = Targets.Number(disk);
        switch (disk.Bus)
        {
            case "Scsi":
                Options scsi = new Options()
                    .Add("driver", disk.Device switch { "Cdrom" => "scsi-cd", "Lun" => "scsi-block", _ => "scsi-hd" })
                    .Add("bus", $"scsi{number / Targets.ScsiUnits}.0")
                    .Add("channel", 0)
                    .Add("scsi-id", 0)
                    .Add("lun", number % Targets.ScsiUnits);
                return disk.Device == "Lun"
                    ? scsi
                    : scsi.AddText("device_id", DeviceId(disk));
            case "Sata":
                int controller = number / Targets.SataPorts;
                string ahci = controller == 0 && HasIntelAhci(topology) ? "ide" : $"sata{controller}";
                return new Options().Add("driver", IdeDriver(disk)).Add("bus", $"{ahci}.{number % Targets.SataPorts}");
            case "Ide":
                return new Options()
                    .Add("driver", IdeDriver(disk))
                    .Add("bus", $"ide.{number / Targets.IdeUnits}")
                    .Add("unit", number % Targets.IdeUnits);
            case "Usb":
                int port = Targets.Sorted(topology).Where(other => other.Bus == "Usb").TakeWhile(other => other.Path != disk.Path).Count() + 1;
                return new Options().Add("driver", "usb-storage").Add("bus", "usb.0").Add("port", port.ToString(CultureInfo.InvariantCulture));
            case "Fdc":
                return new Options().Add("driver", "floppy").Add("unit", number);
            default:
                return new Options().Add("driver", "virtio-blk-pci");
        }
    }

    private static Text DeviceId(Attachment disk)
    {
        string name = $"drive-{disk.Dev}";
        return disk.Settings.Text("Serial") switch
        {
            PropertyText serial => serial with { Otherwise = name },
            Text serial => serial,
            null => name,
        };
    }

    private static string IdeDriver(Attachment disk) => disk.Device == "Cdrom" ? "ide-cd" : "ide-hd";

    /// <summary>The q35 machine has an AHCI controller of its own, whose ports it calls <c>ide.N</c>.</summary>
    private static bool HasIntelAhci(Topology topology) => IsQ35(topology);

    private static string IoThreadName(long thread) => $"iothread{thread.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>libvirt takes hexadecimal digits, QEMU a number.</summary>
    private static string Wwn(string digits) =>
        (ulong.TryParse(digits.StartsWith("0x", StringComparison.Ordinal) ? digits.Substring(2) : digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number) ? number : 0)
        .ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a disk that the guest sees is on the bus.</summary>
    public static bool Uses(Topology topology, string bus)
    {
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && attachment.Bus == bus) return true;
        }

        return false;
    }

    private static Device Controller(string driver, string id, bool canBePlugged) =>
        new(id, new Options().Add("driver", driver).Add("id", id).ToArray(), canBePlugged);
}
