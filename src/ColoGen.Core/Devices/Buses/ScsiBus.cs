using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

internal static class ScsiBus
{
    /// <summary>The disks of one controller, as libvirt places them.</summary>
    private const int Units = 7;

    public static DiskBusKind Kind { get; } = new()
    {
        Bus = DiskBus.Scsi,
        Prefix = "sd",
        IsDefaultOfPrefix = true,
        SerialLength = 36,
        RefusesLongSerial = true,
        CanBeReadOnly = true,
        HasDiscards = true,
        TurnsOffWriteCache = QemuSupport.All,
        CanBePlugged = true,
        IsOnPci = false,
        Problem = (_, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            _ when Targets.Number(disk.Dev) >= Units * Targets.MaxControllers => BusProblems.Controllers,
            DiskDevice.Lun when !disk.Top.Is<BlockSourceAttribute>() || disk.Top.Format != DiskFormat.Raw => "needs a raw [BlockSource]",
            _ => null,
        },
        Device = (_, disk) => new Options()
            .Add("driver", disk.Device switch { DiskDevice.Cdrom => "scsi-cd", DiskDevice.Lun => "scsi-block", _ => "scsi-hd" })
            .Add("bus", $"{Id(Targets.Number(disk) / Units)}.0")
            .AddNumber("channel", 0)
            .AddNumber("scsi-id", 0)
            .AddNumber("lun", Targets.Number(disk) % Units)
            .Add("device_id", disk.Device == DiskDevice.Lun ? null : DeviceId(disk)),
        Controllers = topology => Controller.Numbers(topology, DiskBus.Scsi, Units).Select(number =>
            new Controller(Id(number), new Options().Add("driver", "virtio-scsi-pci").Add("id", Id(number)).ToArray())
            {
                IsOnPci = true,
                Xml = new ControllerXml("scsi", number) { Model = "virtio-scsi" },
            }),
    };

    private static string Id(int controller) => $"scsi{controller}";

    /// <summary>The serial number, or what libvirt takes instead.</summary>
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
}
