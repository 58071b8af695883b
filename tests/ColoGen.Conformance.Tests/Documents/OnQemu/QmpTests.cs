using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>The QMP document and its inverse of every topology that QEMU can open, on a real one.</summary>
public sealed class QmpTests(NbdServers servers) : IClassFixture<NbdServers>, IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(TopologyCases.Pluggable), MemberType = typeof(TopologyCases))]
    public Task Qmp_adds_a_topology_over_files_and_exports_and_its_inverse_removes_it(string name) => RunAsync(name);

    [LoopDeviceTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(TopologyCases.OverDevices), MemberType = typeof(TopologyCases))]
    public Task Qmp_adds_a_topology_over_block_devices_and_its_inverse_removes_it(string name) => RunAsync(name);

    private async Task RunAsync(string name) => await CaseOnQemu.IsAddedAndRemovedAsync(await _place.MakeAsync(TopologyCases.Get(name), servers.Place));
}
