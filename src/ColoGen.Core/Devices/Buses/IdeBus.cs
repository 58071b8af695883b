using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

/// <summary>The IDE controller that the machine pc has by itself.</summary>
internal static class IdeBus
{
    /// <summary>The disks of one channel.</summary>
    private const int Units = 2;

    private const int Channels = 2;

    public const int LastChannel = Channels - 1;

    public static DiskBusKind Kind { get; } = new()
    {
        Bus = DiskBus.Ide,
        Prefix = "hd",
        IsDefaultOfPrefix = true,
        SerialLength = 20,
        RefusesLongSerial = false,
        CanBeReadOnly = false,
        HasDiscards = true,
        TurnsOffWriteCache = QemuSupport.All,
        CanBePlugged = false,
        IsOnPci = false,
        Drives = new DriveLimits(
            new DriveAddress(Controller: 0, LastChannel, Target: 0, Units - 1),
            number => new DriveAddress(Controller: 0, number / Units, Target: 0, number % Units)),
        Problem = (topology, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            DiskDevice.Lun => BusProblems.Lun,
            _ when Machines.IsQ35(topology) => "the machine q35 has not: use DiskBus.Sata",
            _ when Targets.PlaceOfLetters(disk) >= Units * Channels => "has four places: use hda to hdd",
            _ => null,
        },
        Device = (_, disk) =>
        {
            DriveAddress address = DriveAddress.Of(disk);
            return new Options().Add("driver", Driver(disk)).Add("bus", $"ide.{address.Bus.ToText()}").AddNumber("unit", address.Unit);
        },
        Controllers = _ => [],
    };

    /// <summary>QEMU's driver for a disk on ide or sata.</summary>
    public static string Driver(Attachment disk) => disk.Device == DiskDevice.Cdrom ? "ide-cd" : "ide-hd";
}
