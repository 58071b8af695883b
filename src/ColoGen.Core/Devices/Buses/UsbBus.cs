using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

internal static class UsbBus
{
    private const string Id = "usb";

    /// <summary>The ports that the controller is given.</summary>
    public const int Ports = 15;

    public static DiskBusKind Kind { get; } = new()
    {
        Bus = DiskBus.Usb,
        Prefix = "sd",
        IsDefaultOfPrefix = false,
        SerialLength = 20,
        RefusesLongSerial = true,
        CanBeReadOnly = true,
        HasDiscards = true,
        TurnsOffWriteCache = QemuSupport.Since11,
        CanBePlugged = true,
        IsOnPci = false,
        Drives = null,
        Problem = (topology, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            DiskDevice.Cdrom when disk.Edge.Kind == EdgeKind.Optional => "can't be empty in QEMU: use DiskBus.Scsi or DiskBus.Sata",
            DiskDevice.Lun => BusProblems.Lun,
            _ when IsOneTooMany(topology, disk) => $"has {Ports.ToText()} ports: use DiskBus.Scsi",
            _ => null,
        },
        Device = (topology, disk) => new Options().Add("driver", "usb-storage").Add("bus", $"{Id}.0").Add("port", new NumberConstant(Port(topology, disk))),
        Controllers = topology => Targets.On(topology, DiskBus.Usb).Any()
            ?
            [
                new Controller(Id, new Options().Add("driver", "qemu-xhci").Add("id", Id).AddNumber("p2", Ports).AddNumber("p3", Ports).ToArray())
                {
                    IsOnPci = true,
                    Xml = new ControllerXml("usb", 0) { Model = "qemu-xhci", Ports = Ports },
                },
            ]
            : [],
    };

    private static bool IsOneTooMany(Topology topology, Attachment disk) =>
        Targets.On(topology, DiskBus.Usb).TakeWhile(other => other.Path != disk.Path).Count() >= Ports;

    /// <summary>The declared port, or the one that libvirt chooses: a port that is free, in the order of the disks.</summary>
    private static long Port(Topology topology, Attachment disk)
    {
        if (UsbAddress.PortOf(disk) is { } declared) return declared;
        HashSet<long> taken = [.. Targets.On(topology, DiskBus.Usb).Select(UsbAddress.PortOf).OfType<long>()];
        int before = Targets.Sorted(topology)
            .Where(other => other.Bus == DiskBus.Usb && UsbAddress.PortOf(other) is null)
            .TakeWhile(other => other.Path != disk.Path)
            .Count();
        return Enumerable.Range(1, Ports + taken.Count + before).Select(port => (long)port).Where(port => !taken.Contains(port)).ElementAt(before);
    }
}
