using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices.Buses;

internal static class SataBus
{
    /// <summary>The ports of one controller.</summary>
    public const int Ports = 6;

    public static DiskBusKind Kind { get; } = new()
    {
        Bus = DiskBus.Sata,
        Prefix = "sd",
        IsDefaultOfPrefix = false,
        SerialLength = 20,
        RefusesLongSerial = false,
        CanBeReadOnly = false,
        HasDiscards = true,
        TurnsOffWriteCache = QemuSupport.All,
        CanBePlugged = false,
        IsOnPci = false,
        Problem = (_, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            DiskDevice.Lun => BusProblems.Lun,
            _ when Targets.Number(disk.Dev) >= Ports * Targets.MaxControllers => BusProblems.Controllers,
            _ => null,
        },

        // The q35 machine calls the ports of its own controller ide.N.
        Device = (topology, disk) => new Options()
            .Add("driver", IdeBus.Driver(disk))
            .Add("bus", Targets.Number(disk) < Ports && Machines.IsQ35(topology)
                ? $"ide.{Targets.Number(disk)}"
                : $"{Id(Targets.Number(disk) / Ports)}.{Targets.Number(disk) % Ports}"),

        // libvirt by itself adds only the controllers that the present disks need, and has none for a disk that is attached later.
        Controllers = topology => Controller.Numbers(topology, DiskBus.Sata, Ports).Select(number =>
            new Controller(Id(number), new Options().Add("driver", "ahci").Add("id", Id(number)).ToArray())
            {
                IsBuiltIn = number == 0 && Machines.IsQ35(topology),
                IsOnPci = true,
                Xml = new ControllerXml("sata", number),
            }),
    };

    private static string Id(int controller) => $"sata{controller}";
}
