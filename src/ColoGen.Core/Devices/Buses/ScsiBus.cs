using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

internal static class ScsiBus
{
    /// <summary>The disks of one controller, as libvirt places them.</summary>
    private const int Units = 7;

    /// <summary>The last target of libvirt's schema, which has two digits. QEMU has 255.</summary>
    public const int LastTarget = 99;

    /// <summary>The last unit that QEMU has.</summary>
    public const int LastUnit = 16_383;

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
        Drives = new DriveLimits(
            new DriveAddress(Targets.MaxControllers - 1, Bus: 0, LastTarget, LastUnit),
            number => new DriveAddress(number / Units, Bus: 0, Target: 0, number % Units)),
        Problem = (_, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            _ when Targets.PlaceOfLetters(disk) >= Units * Targets.MaxControllers => BusProblems.Controllers,
            DiskDevice.Lun when !disk.Top.Is<BlockSourceAttribute>() || disk.Top.Format != DiskFormat.Raw => "needs a raw [BlockSource]",
            _ => null,
        },
        Device = (_, disk) =>
        {
            DriveAddress address = DriveAddress.Of(disk);
            return new Options()
                .Add("driver", disk.Device switch { DiskDevice.Cdrom => "scsi-cd", DiskDevice.Lun => "scsi-block", _ => "scsi-hd" })
                .Add("bus", $"{Id(address.Controller)}.0")
                .AddNumber("channel", 0)
                .AddNumber("scsi-id", address.Target)
                .AddNumber("lun", address.Unit)
                .Add("device_id", disk.Device == DiskDevice.Lun ? null : DeviceId(disk));
        },
        Controllers = topology => Controller.Numbers(topology, DiskBus.Scsi).Select(number =>
            new Controller(Id(number), new Options().Add("driver", "virtio-scsi-pci").Add("id", Id(number)).ToArray())
            {
                IsOnPci = true,
                Xml = new ControllerXml("scsi", number) { Model = "virtio-scsi" },
            }),
    };

    private static string Id(long controller) => $"scsi{controller.ToText()}";

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
