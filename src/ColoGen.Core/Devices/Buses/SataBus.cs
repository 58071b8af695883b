using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
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
        Drives = new DriveLimits(
            new DriveAddress(Targets.MaxControllers - 1, Bus: 0, Target: 0, Ports - 1),
            number => new DriveAddress(number / Ports, Bus: 0, Target: 0, number % Ports)),
        Problem = (_, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            DiskDevice.Lun => BusProblems.Lun,
            _ when Targets.PlaceOfLetters(disk) >= Ports * Targets.MaxControllers => BusProblems.Controllers,
            _ => null,
        },

        // The q35 machine calls the ports of its own controller ide.N.
        Device = (topology, disk) =>
        {
            DriveAddress address = DriveAddress.Of(disk);
            string controller = address.Controller == 0 && Machines.IsQ35(topology) ? "ide" : Id(address.Controller);
            return new Options().Add("driver", IdeBus.Driver(disk)).Add("bus", $"{controller}.{address.Unit.ToText()}");
        },

        // libvirt by itself adds only the controllers that the present disks need, and has none for a disk that is attached later.
        Controllers = topology => Controller.Numbers(topology, DiskBus.Sata).Select(number =>
            new Controller(Id(number), new Options().Add("driver", "ahci").Add("id", Id(number)).ToArray())
            {
                IsBuiltIn = number == 0 && Machines.IsQ35(topology),
                IsOnPci = true,
                Xml = new ControllerXml("sata", number),
            }),
    };

    private static string Id(long controller) => $"sata{controller.ToText()}";
}
