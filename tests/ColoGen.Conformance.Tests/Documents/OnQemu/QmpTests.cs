using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>The QMP document and its inverse of every topology that QEMU can open, on a real one.</summary>
public sealed class QmpTests(NbdServers servers) : IClassFixture<NbdServers>, IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string> OverFiles => TopologyCases.Names(item => item.Needs == Needs.Files);

    public static TheoryData<string> OverExports => TopologyCases.Names(item => item.Needs == Needs.NbdServers);

    public static TheoryData<string> OverDevices => TopologyCases.Names(item => item.Needs == Needs.LoopDevices);

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OverFiles))]
    public async Task Qmp_adds_a_topology_over_files_and_its_inverse_removes_it(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.IsAddedAndRemovedAsync(await _place.MakeAsync(item));
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OverExports))]
    public async Task Qmp_adds_a_topology_over_exports_and_its_inverse_removes_it(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.IsAddedAndRemovedAsync(await _place.MakeAsync(item, servers.Place));
    }

    [LoopDeviceTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OverDevices))]
    public async Task Qmp_adds_a_topology_over_block_devices_and_its_inverse_removes_it(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.IsAddedAndRemovedAsync(await _place.MakeAsync(item));
    }
}
