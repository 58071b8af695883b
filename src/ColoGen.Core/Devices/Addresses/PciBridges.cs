using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Addresses;

/// <summary>The buses below the root bus that the declared places of disks are on. libvirt adds them by itself, with the same ids.</summary>
internal static class PciBridges
{
    /// <summary>The devices of QEMU, none where the machine is not known.</summary>
    public static EquatableArray<Device> Of(Topology topology)
    {
        var devices = new List<Device>();
        long count = Count(topology);
        for (long bus = 1; bus <= count; bus++)
        {
            Options options = Machines.IsQ35(topology)
                ? new Options().Add("driver", "pcie-root-port").Add("id", Id(bus)).AddNumber("chassis", bus)
                : new Options().Add("driver", "pci-bridge").Add("id", Id(bus)).AddNumber("chassis_nr", bus);
            devices.Add(new Device(Id(bus), options.ToArray()));
        }

        return devices.ToEquatableArray();
    }

    /// <summary>How many there are.</summary>
    public static long Count(Topology topology)
    {
        long last = 0;
        if (topology.Machine is null) return last;
        foreach (Attachment disk in topology.Attachments) last = Math.Max(last, PciAddress.Of(disk)?.Bus ?? 0);
        return Math.Min(last, PciAddress.LastBus);
    }

    /// <summary>The <c>id</c> of the device, which is the name of the bus, too.</summary>
    public static string Id(long bus) => $"pci.{bus.ToText()}";
}
