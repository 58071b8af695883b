using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.Control.Qmp;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>io_uring, which many containers forbid: QEMU reads the option before it looks for the file.</summary>
public sealed class IoUringTests
{
    [ToolFact(Programs.Qemu)]
    public async Task QEMU_knows_the_option_and_misses_the_file()
    {
        IoUring topology = new(new("/nowhere.raw"));
        await using Qemu qemu = await Qemu.StartAsync();

        QmpException refusal = await Assert.ThrowsAsync<QmpException>(() => qemu.ExecuteLineAsync(DocumentReader.Lines(topology.ToQmpString())[0]));

        Assert.Equal("Could not open '/nowhere.raw': No such file or directory", refusal.Description);
    }
}
