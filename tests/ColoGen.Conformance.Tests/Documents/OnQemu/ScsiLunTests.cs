using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.Control.Qmp;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>A block device that is passed through, as far as a machine without one can show it.</summary>
public sealed class ScsiLunTests
{
    [ToolFact(Programs.Qemu)]
    public async Task QEMU_takes_every_command_but_misses_the_device()
    {
        ScsiLun topology = new(new("/dev/zero"));
        string[] commands = DocumentReader.Lines(topology.ToQmpString());
        await using Qemu qemu = await Qemu.StartAsync(new("pc"));

        await CaseOnQemu.ExecuteAsync(qemu, commands[..^1]);
        QmpException refusal = await Assert.ThrowsAsync<QmpException>(() => qemu.ExecuteLineAsync(commands[^1]));

        Assert.StartsWith("cannot get SG_IO version number", refusal.Description);
    }
}
