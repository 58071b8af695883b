using ColoGen.Conformance.Tests.Catalogue.OnLibvirt;
using ColoGen.Conformance.Tests.Catalogue.Rows;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Catalogue;

/// <summary>What the installed libvirt does with the mistakes of the catalogue when it generates a command line from them.</summary>
[Collection(LibvirtCollection.Name)]
public sealed class LibvirtReplayTests(LibvirtFixture fixture)
{
    public static TheoryData<string, string, int> Refused => AllTables.Where(item => item.Libvirt is { Message: not null });

    public static TheoryData<string, string, int> Accepted => AllTables.Where(item => item.Libvirt is { Message: null });

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [MemberData(nameof(Refused))]
    public async Task Libvirt_refuses_it_with_the_message(string table, string row, int number)
    {
        LibvirtReplay replay = AllTables.Get(table, row, number).Libvirt!;
        LibvirtException exception = await Assert.ThrowsAsync<LibvirtException>(() => fixture.Libvirt.NativeAsync(replay));
        Assert.Contains(replay.Message!, exception.Message);
    }

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [MemberData(nameof(Accepted))]
    public async Task Libvirt_accepts_it_and_generates_the_argument(string table, string row, int number)
    {
        LibvirtReplay replay = AllTables.Get(table, row, number).Libvirt!;
        LibvirtNative native = await fixture.Libvirt.NativeAsync(replay);
        Assert.Contains(replay.Argument!, string.Join(' ', native.Arguments));
    }
}
