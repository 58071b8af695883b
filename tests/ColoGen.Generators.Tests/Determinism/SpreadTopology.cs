namespace ColoGen.Generators.Tests.Determinism;

/// <summary>A topology and a layer in several parts, their layers in several files, and a mistake with a negative number in its message.</summary>
internal static class SpreadTopology
{
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["Hosts/Host.cs"] =
            """
            using ColoGen;
            namespace Hosts;
            [Topology, Domain("i")]
            public sealed partial record Host(
                [Disk("vdi")] Layers.Image First,
                [Serial("vdi")] string? Serial,
                [Disk("hdb", Bus = DiskBus.Usb, Io = DiskIo.IoUring)] Layers.Image Second);
            """,
        ["Hosts/Host.A.cs"] =
            """
            using ColoGen;
            namespace Hosts;
            partial record Host
            {
                [Disk("sdi", Bus = DiskBus.Scsi)] public required Layers.Quorum A2 { get; init; }
                [HostDisk("i1")] public Layers.Image? A1 { get; init; }
            }
            """,
        ["Hosts/host.b.cs"] =
            """
            using ColoGen;
            namespace Hosts;
            partial record Host
            {
                [HostDisk("I2")] public Layers.Image? B1 => A1;
                public DomainType Type { get; init; }
            }
            """,
        ["Layers/Layers.cs"] =
            """
            using ColoGen;
            namespace Layers;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed partial record Image(string File);
            [Quorum(VoteThreshold = 2)]
            public sealed partial record Quorum
            {
                public Image One { get; init; } = new("/1");
                public required Image Two { get; init; }
            }
            """,
        ["Layers/Quorum.2.cs"] =
            """
            namespace Layers;
            partial record Quorum
            {
                public Image? Three { get; init; }
            }
            [ColoGen.Topology]
            public sealed partial record Faulty([ColoGen.Disk("vda", IoThread = -1)] Image Root);
            """,
    };
}
