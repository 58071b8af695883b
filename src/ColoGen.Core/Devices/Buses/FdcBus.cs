using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices.Buses;

internal static class FdcBus
{
    private const string Id = "fdc0";

    /// <summary>The drives of the controller.</summary>
    private const int Drives = 2;

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
        Problem = (_, disk) => disk.Device != DiskDevice.Floppy ? "has only floppy drives: use DiskDevice.Floppy"
            : Targets.Number(disk.Dev) >= Drives ? "has two places: use fda or fdb"
            : null,
        Device = (_, disk) => new Options().Add("driver", "floppy").AddNumber("unit", Targets.Number(disk)),
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
