namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Settings of disks that are known at run time.</summary>
[Topology, Domain("run-time-settings", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record RunTimeSettings(
    [Disk("sda")] RawFile First,
    [Disk("sdb")] RawFile Second,
    [Disk("vda")] RawFile Third)
{
    [Serial("sda")]
    public string? FirstSerial { get; init; }

    [BootOrder("sda")]
    public int? FirstBootOrder { get; init; }

    [Vendor("sda")]
    public string? FirstVendor { get; init; }

    [Product("sda")]
    public string? FirstProduct { get; init; }

    [Serial("sdb")]
    public required string SecondSerial { get; init; }

    [BootOrder("vda")]
    public required int ThirdBootOrder { get; init; }
}
