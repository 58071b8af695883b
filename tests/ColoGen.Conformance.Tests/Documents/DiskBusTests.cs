using ColoGen.Core.Devices.Buses;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Every bus has a kind and a case. What is missing is named.</summary>
public sealed class DiskBusTests
{
    private static readonly DiskBus[] s_buses = [.. Enum.GetValues<DiskBus>().Where(bus => bus != DiskBus.Unspecified)];

    [Fact]
    public void Every_bus_has_a_kind() => Assert.Equal(s_buses, DiskBuses.All.Select(kind => kind.Bus).Order());

    [Fact]
    public void Every_bus_is_declared_in_a_topology() => Assert.Equal(
        s_buses, DeclaredDisks.Attributes.OfType<DiskAttribute>().Select(BusOf).OfType<DiskBus>().Distinct().Order());

    [Fact]
    public void A_prefix_has_one_default() => Assert.All(
        DiskBuses.All.GroupBy(kind => kind.Prefix), kinds => Assert.Single(kinds, kind => kind.IsDefaultOfPrefix));

    private static DiskBus? BusOf(DiskAttribute disk) => disk.Bus == DiskBus.Unspecified ? DiskBuses.OfPrefix(disk.Dev) : disk.Bus;
}
