using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

/// <summary>Hosts that have what a mistake is made of, first.</summary>
internal static class Bases
{
    public static Gen<Host> Qcow2InFile { get; } = Hosts.WithDisk(Layers.InFile("Qcow2"));

    public static Gen<Host> RawInFile { get; } = Hosts.WithDisk(Layers.InFile("Raw"));

    public static Gen<Host> Encrypted { get; } = Hosts.WithDisk(Layers.InFile("Luks", "Encrypted"));

    public static Gen<Host> OverSocket { get; } = Hosts.WithDisk(Layers.OverSocket);

    public static Gen<Host> OverTcp { get; } = Hosts.WithDisk(Layers.OverTcp);

    /// <summary>An image over an image over an image.</summary>
    public static Gen<Host> Chain { get; } = Hosts.WithDisk(
        Layers.Over(Layers.Of("Qcow2"), Layers.Over(Layers.Of("Qcow2"), Layers.Any(writes: false, depth: 1))));

    public static Gen<Host> TwoQcow2 { get; } = TwoDisks(Layers.InFile("Qcow2"), Layers.InFile("Qcow2"));

    public static Gen<Host> TwoRaw { get; } = TwoDisks(Layers.InFile("Raw"), Layers.InFile("Raw"));

    public static Gen<Host> TwoReadEncrypted { get; } =
        Hosts.With(_ => ReadDiskAt(0, Layers.InFile("Encrypted")).Select(ReadDiskAt(1, Layers.InFile("Encrypted")), (one, other) => new[] { one, other }));

    public static Gen<Host> HostDisk { get; } = HostDisks(Layers.InFile("Qcow2"));

    public static Gen<Host> TwoHostDisks { get; } =
        Hosts.With(_ => HostDiskAt(0, Layers.InFile("Raw", "Qcow2"))
            .Select(HostDiskAt(1, Layers.InFile("Raw", "Qcow2")), (first, second) => new[] { first, second }));

    /// <summary>A disk over a host disk of a single layer.</summary>
    public static Gen<Host> OverlayOfHostDisk { get; } = Hosts.With(_ =>
        from parent in HostDiskAt(1, Layers.InFile("Qcow2"))
        from root in Trees.WrittenDisk(0, Layers.Of("Qcow2"))
        select new[] { root with { Top = root.Top with { Reference = new Reference(parent.Dev, 0) } }, parent });

    /// <summary>Two disks over one base, the first of them on virtio.</summary>
    public static Gen<Host> TwoOverlays { get; } = Hosts.With(_ =>
        from parent in HostDiskAt(0, Layers.InFile("Raw", "Qcow2"))
        from first in Layers.Of("Qcow2").SelectMany(top => Trees.GuestDisk(0, "Virtio", "Disk", top))
        from second in Trees.WrittenDisk(1, Layers.Of("Qcow2"))
        let reference = new Reference(parent.Dev, 0)
        select new[]
        {
            first with { Top = first.Top with { Reference = reference } },
            second with { Top = second.Top with { Reference = reference } },
            parent,
        });

    public static Gen<Host> Secondary { get; } = Hosts.With(_ => Trees.Secondary(0));

    /// <summary>A secondary whose guest is not declared.</summary>
    public static Gen<Host> SecondaryHostDisk { get; } = Hosts.With(_ =>
        from secondary in Trees.Secondary(0)
        from root in Trees.HostDisk(1, secondary[0].Top)
        select new[] { root with { Binding = secondary[0].Binding }, secondary[1] });

    public static Gen<Host> Primary { get; } = Hosts.With(_ => Trees.Primary(0).Select(tree => new[] { tree }));

    /// <summary>A quorum of so many images, which may vote.</summary>
    public static Gen<Host> Quorum(int children, int voteThreshold) => Hosts.WithDisk(
        Layers.Any(writes: true, depth: 1).Array[children].Select(images => Layers.Quorum(images, voteThreshold, [])));

    public static Gen<Host> Fifo(int children) => Hosts.WithDisk(
        Layers.Any(writes: true, depth: 1).Array[children].Select(images => Layers.Fifo(images)));

    public static Gen<Host> HostDisks(Gen<Layer> top) => Hosts.With(_ => HostDiskAt(0, top).Select(tree => new[] { tree }));

    public static Gen<Host> On(string bus, string device = "Disk") => Hosts.With(_ => At(0, bus, device));

    public static Gen<Host> Two(string bus) => Hosts.With(_ => At(0, bus, "Disk").Select(At(1, bus, "Disk"), (first, second) => (Tree[])[.. first, .. second]));

    public static Gen<Host> InDomain(this Gen<Host> hosts) => hosts.Where(host => host.Domain is not null);

    public static Gen<Host> OnMachine(this Gen<Host> hosts, string machine) => hosts.Where(host => host.Machine == machine);

    /// <summary>On a bus that can have a read-only disk.</summary>
    public static Gen<Host> OnAnyBusButSata(this Gen<Host> hosts) => hosts.Where(host => host.First.Bus != "Sata");

    private static Gen<Host> TwoDisks(Gen<Layer> first, Gen<Layer> second) => Hosts.With(_ =>
        Trees.WrittenDisk(0, first).Select(Trees.WrittenDisk(1, second), (one, other) => new[] { one, other }));

    private static Gen<Tree[]> At(int place, string bus, string device) =>
        from top in Layers.InFile("Qcow2", "Raw")
        from tree in Trees.GuestDisk(place, bus, device, top)
        select new[] { tree };

    private static Gen<Tree> ReadDiskAt(int place, Gen<Layer> top) => HostDiskAt(place, top).Select(tree => tree.With("ReadOnly", "true"));

    private static Gen<Tree> HostDiskAt(int place, Gen<Layer> top) => top.SelectMany(layer => Trees.HostDisk(place, layer));
}
