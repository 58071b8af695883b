using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>The drive arguments of every topology that QEMU can open, on a real one.</summary>
public sealed class DriveArgumentsTests(NbdServers servers) : IClassFixture<NbdServers>, IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string> OverFiles => TopologyCases.Names(item => item.Needs == Needs.Files);

    public static TheoryData<string> OverExports => TopologyCases.Names(item => item.Needs == Needs.NbdServers);

    public static TheoryData<string> OverDevices => TopologyCases.Names(item => item.Needs == Needs.LoopDevices);

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OverFiles))]
    public async Task Drive_arguments_start_a_QEMU_with_the_same_graph_over_files(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.StartsWithTheSameGraphFromDriveArgumentsAsync(item, await _place.MakeAsync(item));
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OverExports))]
    public async Task Drive_arguments_start_a_QEMU_with_the_same_graph_over_exports(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.StartsWithTheSameGraphFromDriveArgumentsAsync(item, await _place.MakeAsync(item, servers.Place));
    }

    [LoopDeviceTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OverDevices))]
    public async Task Drive_arguments_start_a_QEMU_with_the_same_graph_over_block_devices(string name)
    {
        TopologyCase item = TopologyCases.Get(name);
        await CaseOnQemu.StartsWithTheSameGraphFromDriveArgumentsAsync(item, await _place.MakeAsync(item));
    }
}
