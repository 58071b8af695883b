using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The <c>-device</c> of each disk, and the controllers and objects that they need.</summary>
internal static class GuestDevices
{
    public static IEnumerable<Device> Controllers(Topology topology)
    {
        foreach (Controller controller in Frontends.Controllers(topology))
        {
            Options options = new Options().Add("driver", controller.Driver).Add("id", controller.Id);
            if (controller.Bus == DiskBus.Usb) options.AddNumber("p2", Frontends.UsbPorts).AddNumber("p3", Frontends.UsbPorts);
            yield return new Device(controller.Id, options.ToArray(), controller.CanBePlugged);
        }
    }

    /// <summary>The I/O threads.</summary>
    public static IEnumerable<EquatableArray<Option>> Objects(Topology topology) => Frontends.IoThreads(topology)
        .Select(thread => new Options().Add("qom-type", "iothread").Add("id", IoThreadSetting.IdOf(thread)).ToArray());

    public static Device Of(Topology topology, Attachment disk, NodeName node)
    {
        Options options = Bus(topology, disk).Add("id", disk.Dev);
        foreach (DiskSetting setting in DiskSettingTable.BeforeDrive) setting.Device!(options, disk);
        options.Add(Device.Drive, node, disk.MayBeEmpty ? disk.Edge : null);
        if (disk.Bus == DiskBus.Usb) options.AddBoolean("removable", false);
        foreach (DiskSetting setting in DiskSettingTable.AfterDrive) setting.Device!(options, disk);
        return new Device(disk.Dev, options.ToArray(), CanBePlugged: disk.Bus is DiskBus.Virtio or DiskBus.Scsi or DiskBus.Usb);
    }

    private static Options Bus(Topology topology, Attachment disk)
    {
        int number = Targets.Number(disk);
        switch (disk.Bus)
        {
            case DiskBus.Scsi:
                Options scsi = new Options()
                    .Add("driver", disk.Device switch { DiskDevice.Cdrom => "scsi-cd", DiskDevice.Lun => "scsi-block", _ => "scsi-hd" })
                    .Add("bus", $"scsi{number / Targets.ScsiUnits}.0")
                    .AddNumber("channel", 0)
                    .AddNumber("scsi-id", 0)
                    .AddNumber("lun", number % Targets.ScsiUnits);
                return disk.Device == DiskDevice.Lun
                    ? scsi
                    : scsi.Add("device_id", DeviceId(disk));
            case DiskBus.Sata:
                int controller = number / Targets.SataPorts;
                string ahci = controller == 0 && Frontends.HasIntelAhci(topology) ? "ide" : $"sata{controller}";
                return new Options().Add("driver", IdeDriver(disk)).Add("bus", $"{ahci}.{number % Targets.SataPorts}");
            case DiskBus.Ide:
                return new Options()
                    .Add("driver", IdeDriver(disk))
                    .Add("bus", $"ide.{number / Targets.IdeUnits}")
                    .AddNumber("unit", number % Targets.IdeUnits);
            case DiskBus.Usb:
                int port = Targets.Sorted(topology).Where(other => other.Bus == DiskBus.Usb).TakeWhile(other => other.Path != disk.Path).Count() + 1;
                return new Options().Add("driver", "usb-storage").Add("bus", "usb.0").Add("port", new NumberConstant(port));
            case DiskBus.Fdc:
                return new Options().Add("driver", "floppy").AddNumber("unit", number);
            default:
                return new Options().Add("driver", "virtio-blk-pci");
        }
    }

    private static DocumentValue DeviceId(Attachment disk)
    {
        string name = $"drive-{disk.Dev}";
        return SerialSetting.Setting.Value(disk) switch
        {
            PropertyValue serial => serial with { WhenNull = name },
            { } serial => serial,
            null => name,
        };
    }

    private static string IdeDriver(Attachment disk) => disk.Device == DiskDevice.Cdrom ? "ide-cd" : "ide-hd";
}
