using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Buses;

/// <summary>Every bus of disks.</summary>
internal static class DiskBuses
{
    /// <summary>Every bus, in the order in which documents have their controllers.</summary>
    public static EquatableArray<DiskBusKind> All { get; } = [VirtioBus.Kind, ScsiBus.Kind, SataBus.Kind, IdeBus.Kind, UsbBus.Kind, FdcBus.Kind];

    private static readonly Dictionary<DiskBus, DiskBusKind> s_byBus = All.ToDictionary(kind => kind.Bus);

    public static DiskBusKind Get(DiskBus bus) => s_byBus[bus];

    /// <summary>The bus that libvirt takes for a dev without a declared one; null where it has none for the prefix.</summary>
    public static DiskBus? OfPrefix(string dev)
    {
        foreach (DiskBusKind kind in All)
        {
            if (kind.IsDefaultOfPrefix && dev.StartsWith(kind.Prefix, StringComparison.Ordinal)) return kind.Bus;
        }

        return null;
    }

    /// <summary>The controllers that the disks of a guest need, as libvirt 9 builds them.</summary>
    public static IEnumerable<Controller> Controllers(Topology topology) => All.SelectMany(kind => kind.Controllers(topology));
}
