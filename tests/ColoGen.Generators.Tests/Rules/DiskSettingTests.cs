using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Model;
using ColoGen.Generators.Tests.Compiling;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>For each setting of a disk, what is refused, and what both hosts of a pair must have the same.</summary>
public sealed class DiskSettingTests
{
    /// <summary>A disk that can't have the setting or the value.</summary>
    private static readonly Dictionary<string, string> s_refused = new()
    {
        [nameof(DiskAttribute.ReadOnly)] = """[Disk("sda", Bus = DiskBus.Sata, ReadOnly = true)] Image Root""",
        [nameof(DiskAttribute.BootOrder)] = """[Disk("fda", Device = DiskDevice.Floppy, BootOrder = 1)] Image Root""",
        [nameof(DiskAttribute.Serial)] = """[Disk("fda", Device = DiskDevice.Floppy, Serial = "S")] Image Root""",
        [nameof(DiskAttribute.Wwn)] = """[Disk("vda", Wwn = "0123456789abcdef")] Image Root""",
        [nameof(DiskAttribute.Vendor)] = """[Disk("vda", Vendor = "V")] Image Root""",
        [nameof(DiskAttribute.Product)] = """[Disk("vda", Product = "P")] Image Root""",
        [nameof(DiskAttribute.IoThread)] = """[Disk("sda", IoThread = 1)] Image Root""",
        [nameof(DiskAttribute.Model)] = """[Disk("sda", Model = DiskModel.Virtio)] Image Root""",
        [nameof(DiskAttribute.Queues)] = """[Disk("sda", Queues = 2)] Image Root""",
        [nameof(DiskAttribute.QueueSize)] = """[Disk("vda", QueueSize = 48)] Image Root""",
        [nameof(DiskAttribute.IoEventFd)] = """[Disk("sda", IoEventFd = OnOff.On)] Image Root""",
        [nameof(DiskAttribute.EventIdx)] = """[Disk("sda", EventIdx = OnOff.Off)] Image Root""",
        [nameof(DiskAttribute.Iommu)] = """[Disk("vda", Iommu = OnOff.On)] Image Root""",
        [nameof(DiskAttribute.Ats)] = """[Disk("sda", Ats = OnOff.On)] Image Root""",
        [nameof(DiskAttribute.Packed)] = """[Disk("sda", Packed = OnOff.On)] Image Root""",
        [nameof(DiskAttribute.PagePerVq)] = """[Disk("sda", PagePerVq = OnOff.On)] Image Root""",
        [nameof(DiskAttribute.ErrorPolicy)] = """[Disk("fda", Device = DiskDevice.Floppy, ErrorPolicy = DiskErrorPolicy.Stop)] Image Root""",
        [nameof(DiskAttribute.ReadErrorPolicy)] = """[Disk("fda", Device = DiskDevice.Floppy, ReadErrorPolicy = DiskReadErrorPolicy.Stop)] Image Root""",
        [nameof(DiskAttribute.LogicalBlockSize)] = """[Disk("vda", LogicalBlockSize = 4096)] Image Root""",
        [nameof(DiskAttribute.PhysicalBlockSize)] = """[Disk("vda", PhysicalBlockSize = 1000)] Image Root""",
        [nameof(DiskAttribute.RotationRate)] = """[Disk("sda", RotationRate = 2)] Image Root""",
        [nameof(DiskAttribute.Cyls)] = """[Disk("vda", Cyls = 100)] Image Root""",
        [nameof(DiskAttribute.Heads)] = """[Disk("hda", Cyls = 100, Heads = 17, Secs = 63)] Image Root""",
        [nameof(DiskAttribute.Secs)] = """[Disk("vda", Secs = 63)] Image Root""",
        [nameof(DiskAttribute.Trans)] = """[Disk("vda", Trans = DiskTranslation.Lba)] Image Root""",
        [nameof(DiskAttribute.Shareable)] = """[Disk("vda", Shareable = true)] Image Root""",
        [nameof(DiskAttribute.StartupPolicy)] = """[Disk("vda", StartupPolicy = DiskStartupPolicy.Requisite)] Image Root""",
        [nameof(DiskAttribute.Alias)] = """[Disk("vda", Alias = "a")] Image Root""",
        [nameof(DiskAttribute.AcpiIndex)] = """[Disk("sda", AcpiIndex = 1)] Image Root""",
        [nameof(DiskAttribute.Removable)] = """[Disk("sda", Removable = true)] Image Root""",
    };

    /// <summary>The settings that every disk can have, with every value.</summary>
    private static readonly string[] s_unrestricted =
    [
        nameof(DiskAttribute.Device), nameof(DiskAttribute.Bus), nameof(DiskAttribute.Cache), nameof(DiskAttribute.Io), nameof(DiskAttribute.Discard),
        nameof(DiskAttribute.DetectZeroes), nameof(DiskAttribute.Snapshot),
    ];

    /// <summary>Arguments that a guest can tell from none.</summary>
    private static readonly Dictionary<string, string> s_seenByGuest = new()
    {
        [nameof(DiskAttribute.Device)] = "Device = DiskDevice.Cdrom",
        [nameof(DiskAttribute.Bus)] = "Bus = DiskBus.Sata",
        [nameof(DiskAttribute.ReadOnly)] = "ReadOnly = true",
        [nameof(DiskAttribute.BootOrder)] = "BootOrder = 1",
        [nameof(DiskAttribute.Serial)] = "Serial = \"S\"",
        [nameof(DiskAttribute.Wwn)] = "Wwn = \"0123456789abcdef\"",
        [nameof(DiskAttribute.Vendor)] = "Vendor = \"V\"",
        [nameof(DiskAttribute.Product)] = "Product = \"P\"",
        [nameof(DiskAttribute.Model)] = "Model = DiskModel.VirtioTransitional",
        [nameof(DiskAttribute.Queues)] = "Queues = 2",
        [nameof(DiskAttribute.QueueSize)] = "QueueSize = 128",
        [nameof(DiskAttribute.EventIdx)] = "EventIdx = OnOff.Off",
        [nameof(DiskAttribute.Iommu)] = "Iommu = OnOff.On",
        [nameof(DiskAttribute.Ats)] = "Ats = OnOff.On",
        [nameof(DiskAttribute.Packed)] = "Packed = OnOff.On",
        [nameof(DiskAttribute.PagePerVq)] = "PagePerVq = OnOff.On",
        [nameof(DiskAttribute.LogicalBlockSize)] = "LogicalBlockSize = 4096",
        [nameof(DiskAttribute.PhysicalBlockSize)] = "PhysicalBlockSize = 4096",
        [nameof(DiskAttribute.RotationRate)] = "RotationRate = 1",
        [nameof(DiskAttribute.AcpiIndex)] = "AcpiIndex = 1",
        [nameof(DiskAttribute.Cyls)] = "Cyls = 100",
        [nameof(DiskAttribute.Heads)] = "Heads = 16",
        [nameof(DiskAttribute.Secs)] = "Secs = 63",
        [nameof(DiskAttribute.Trans)] = "Trans = DiskTranslation.Lba",
        [nameof(DiskAttribute.Removable)] = "Removable = true",
    };

    /// <summary>The settings of which the guest sees nothing.</summary>
    private static readonly string[] s_unseen =
    [
        nameof(DiskAttribute.Cache), nameof(DiskAttribute.Io), nameof(DiskAttribute.Discard), nameof(DiskAttribute.DetectZeroes),
        nameof(DiskAttribute.IoThread), nameof(DiskAttribute.IoEventFd), nameof(DiskAttribute.ErrorPolicy), nameof(DiskAttribute.ReadErrorPolicy),
        nameof(DiskAttribute.Snapshot), nameof(DiskAttribute.Alias), nameof(DiskAttribute.Shareable), nameof(DiskAttribute.StartupPolicy),
    ];

    private static IEnumerable<string> Names => DiskSettingTable.All.Select(setting => setting.Name).Order();

    [Fact]
    public void Every_setting_has_a_disk_that_is_refused_or_is_unrestricted() => Assert.Equal(Names, s_refused.Keys.Concat(s_unrestricted).Order());

    [Fact]
    public void Only_unrestricted_settings_have_no_check() =>
        Assert.Equal(s_unrestricted.Order(), DiskSettingTable.All.Where(setting => setting.Check is null).Select(setting => setting.Name).Order());

    [Fact]
    public void The_rule_of_the_check_reports_it() => Assert.All(
        s_refused, item => Assert.Equal((item.Key, DiskSettingTable.Find(item.Key)!.Check!.Rule), (item.Key, Ids.OfHost(item.Value))));

    [Fact]
    public void Every_setting_is_seen_by_the_guest_or_is_not() => Assert.Equal(Names, s_seenByGuest.Keys.Concat(s_unseen).Order());

    [Fact]
    public void What_the_guest_sees_differs_where_the_setting_does() => Assert.All(s_seenByGuest, item =>
    {
        Func<Attachment, string?> seen = DiskSettingTable.Find(item.Key)!.SeenByGuest!;
        Assert.NotEqual(seen(Disk("")), seen(Disk(", " + item.Value)));
    });

    [Fact]
    public void What_the_guest_does_not_see_may_differ() => Assert.All(s_unseen, name => Assert.Null(DiskSettingTable.Find(name)!.SeenByGuest));

    private static Attachment Disk(string arguments) => DeclaredModels.Of(Compile.Sources(
        $$"""
        using ColoGen;
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File);
        [Topology] public sealed partial record Host([Disk("sda"{{arguments}})] Image Root);
        """)).Topologies.Single().Attachments.Single();
}
