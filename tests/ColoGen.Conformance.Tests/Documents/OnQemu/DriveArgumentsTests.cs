using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>The drive arguments of every topology that QEMU can open, on a real one.</summary>
public sealed class DriveArgumentsTests(NbdServers servers) : IClassFixture<NbdServers>, IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(TopologyCases.OverFilesAndExports), MemberType = typeof(TopologyCases))]
    public Task Drive_arguments_start_a_QEMU_with_the_same_graph_over_files_and_exports(string name) => RunAsync(name);

    [LoopDeviceTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(TopologyCases.OverDevices), MemberType = typeof(TopologyCases))]
    public Task Drive_arguments_start_a_QEMU_with_the_same_graph_over_block_devices(string name) => RunAsync(name);

    private async Task RunAsync(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.StartsWithTheSameGraphFromDriveArgumentsAsync(item, await _place.MakeAsync(item, servers.Place));
    }
}
