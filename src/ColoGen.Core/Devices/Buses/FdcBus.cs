using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices.Buses;

internal static class FdcBus
{
    private const string Id = "fdc0";

    /// <summary>The drives of the controller.</summary>
    private const int Units = 2;

    public static DiskBusKind Kind { get; } = new()
    {
        Bus = DiskBus.Fdc,
        Prefix = "fd",
        IsDefaultOfPrefix = true,
        SerialLength = null,
        RefusesLongSerial = false,
        CanBeReadOnly = true,
        HasDiscards = false,
        TurnsOffWriteCache = QemuSupport.All,
        CanBePlugged = false,
        IsOnPci = false,
        Drives = new DriveLimits(
            new DriveAddress(Controller: 0, Bus: 0, Target: 0, Units - 1), number => new DriveAddress(Controller: 0, Bus: 0, Target: 0, number)),
        Problem = (_, disk) => disk.Device != DiskDevice.Floppy ? "has only floppy drives: use DiskDevice.Floppy"
            : Targets.PlaceOfLetters(disk) >= Units ? "has two places: use fda or fdb"
            : null,
        Device = (_, disk) => new Options().Add("driver", "floppy").AddNumber("unit", DriveAddress.Of(disk).Unit),
        Controllers = topology => Targets.On(topology, DiskBus.Fdc).Any() && Machines.IsQ35(topology)
            ?
            [
                new Controller(Id, new Options().Add("driver", "isa-fdc").Add("id", Id).ToArray())
                {
                    IsOnPci = false,
                    Xml = null,
                },
            ]
            : [],
    };
}
