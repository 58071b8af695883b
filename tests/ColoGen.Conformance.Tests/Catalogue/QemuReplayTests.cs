using ColoGen.Conformance.Tests.Catalogue.OnQemu;
using ColoGen.Conformance.Tests.Catalogue.Rows;

namespace ColoGen.Conformance.Tests.Catalogue;

/// <summary>What the installed QEMU does with the mistakes of the catalogue.</summary>
public sealed class QemuReplayTests
{
    public static TheoryData<string, string, int> Refused => AllTables.Where(item => item.Qemu is { Message: not null });

    public static TheoryData<string, string, int> Accepted => AllTables.Where(item => item.Qemu is { Message: null });

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Refused))]
    public async Task QEMU_refuses_the_last_command_with_the_message(string table, string row, int number)
    {
        QemuReplay replay = AllTables.Get(table, row, number).Qemu!;
        Assert.Contains(replay.Message!, await QemuScript.RunAsync(replay.Script));
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Accepted))]
    public async Task QEMU_accepts_it(string table, string row, int number) =>
        Assert.Null(await QemuScript.RunAsync(AllTables.Get(table, row, number).Qemu!.Script));
}
