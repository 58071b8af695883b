using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

/// <summary>The IDE controller that the machine pc has by itself.</summary>
internal static class IdeBus
{
    /// <summary>The disks of one channel.</summary>
    private const int Units = 2;

    private const int Channels = 2;

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
        Problem = (topology, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            DiskDevice.Lun => BusProblems.Lun,
            _ when Machines.IsQ35(topology) => "the machine q35 has not: use DiskBus.Sata",
            _ when Targets.Number(disk.Dev) >= Units * Channels => "has four places: use hda to hdd",
            _ => null,
        },
        Device = (_, disk) => new Options()
            .Add("driver", Driver(disk))
            .Add("bus", $"ide.{Targets.Number(disk) / Units}")
            .AddNumber("unit", Targets.Number(disk) % Units),
        Controllers = _ => [],
    };

    /// <summary>QEMU's driver for a disk on ide or sata.</summary>
    public static string Driver(Attachment disk) => disk.Device == DiskDevice.Cdrom ? "ide-cd" : "ide-hd";
}
