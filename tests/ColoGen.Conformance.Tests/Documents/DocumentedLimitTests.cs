using System.Globalization;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Layers;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>The doc comments of domains, pairs, exports and texts of disks have the limits and defaults that the rules and documents use.</summary>
public sealed class DocumentedLimitTests
{
    [Fact]
    public void Of_a_domain()
    {
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.Name), Text($"at most {DomainLimits.MaximumNameBytes} bytes"));
        AssertSays(
            typeof(DomainAttribute),
            nameof(DomainAttribute.Name),
            Text($"at most {DomainLimits.MaximumShortNameBytes} in the first {DomainLimits.ShortNameCharacters} characters"));
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.MemoryMiB), Text($"at least {DomainLimits.MemoryMiB.Minimum}"));
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.MemoryMiB), Text($"Default: {DomainDefaults.MemoryMiB}."));
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.Vcpus), Text($"{DomainLimits.Vcpus.Minimum} to {DomainLimits.Vcpus.Maximum}"));
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.Vcpus), Text($"Default: {DomainDefaults.Vcpus}."));
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.Machine), $"Default: <c>{DomainDefaults.Machine}</c>.");
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.Emulator), $"Default: <c>{DomainDefaults.Emulator}</c>.");
        AssertSays(typeof(DomainAttribute), nameof(DomainAttribute.Type), $"""Default: <see cref="DomainType.{DomainDefaults.Type}"/>.""");
    }

    [Theory]
    [InlineData(nameof(ColoPairAttribute.NbdPort))]
    [InlineData(nameof(ColoPairAttribute.MigrationPort))]
    public void Of_a_port_of_a_pair(string port) => AssertSays(typeof(ColoPairAttribute), port, Text($"{TcpPort.Minimum:N0} to {TcpPort.Maximum:N0}"));

    [Fact]
    public void Of_the_checkpoint_delay() =>
        AssertSays(typeof(ColoPairAttribute), nameof(ColoPairAttribute.CheckpointDelay), Text($"0 to {uint.MaxValue:N0}"));

    [Fact]
    public void Of_the_name_of_an_export() =>
        AssertSays(typeof(NbdExportAttribute), nameof(NbdExportAttribute.Name), Text($"at most {NbdSourceKind.MaximumExportBytes:N0} bytes"));

    [Fact]
    public void Of_a_disk_s_texts()
    {
        AssertSays(typeof(DiskAttribute), nameof(DiskAttribute.Vendor), Text($"1 to {VendorSetting.MaximumLength} printable ASCII"));
        AssertSays(typeof(DiskAttribute), nameof(DiskAttribute.Product), Text($"1 to {ProductSetting.MaximumLength} printable ASCII"));
        foreach (DiskBusKind kind in DiskBuses.All.Where(kind => kind.RefusesLongSerial))
        {
            string limit = kind.Bus == DiskBus.Scsi ? $"on scsi at most {kind.SerialLength} characters" : Text($", on {BusOf(kind)} {kind.SerialLength}.");
            AssertSays(typeof(DiskAttribute), nameof(DiskAttribute.Serial), limit);
        }

        string cut = string.Join(", ", DiskBuses.All.Where(kind => kind is { RefusesLongSerial: false, SerialLength: 20 }).Select(BusOf).Order());
        Assert.Equal("ide, sata, virtio", cut);
        AssertSays(typeof(DiskAttribute), nameof(DiskAttribute.Serial), "On virtio, ide and sata the guest sees the first 20 characters only.");
    }

    private static string BusOf(DiskBusKind kind) => kind.Bus.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void AssertSays(Type attribute, string property, string text) => Assert.Contains(text, Docstring.Of(attribute, property));
}
