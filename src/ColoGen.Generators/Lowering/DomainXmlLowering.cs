using System.Globalization;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>A topology to what a stock libvirt starts.</summary>
internal static class DomainXmlLowering
{
    public const string QemuNamespace = "http://libvirt.org/schemas/domain/qemu/1.0";

    public static XmlElement Domain(TopologyIndex index)
    {
        Topology topology = index.Topology;
        EquatableArray<Setting> settings = topology.Domain!.Value;
        XmlNode[] qemu = [.. QemuElements(index)];
        XmlElement domain = new XmlElement("domain")
            .With("type", settings.Member("Type", member => member.ToLowerInvariant()) ?? "kvm")
            .With("xmlns:qemu", qemu.Length > 0 ? QemuNamespace : null)
            .With(new XmlElement("name", content: settings.Text("Name")!));
        if (settings.Text("Uuid") is { } uuid) domain = domain.With(new XmlElement("uuid", content: uuid));
        domain = domain
            .With(new XmlElement("memory", content: settings.Number("MemoryMiB", 1) ?? "512").With("unit", "MiB"))
            .With(new XmlElement("vcpu", content: settings.Number("Vcpus", 1) ?? "1"));
        long[] threads = [.. Frontends.IoThreads(topology)];
        if (threads.Length > 0)
        {
            domain = domain.With(new XmlElement("iothreads", content: threads.Max().ToString(CultureInfo.InvariantCulture)));
        }

        return domain
            .With(new XmlElement("os").With(new XmlElement("type", content: "hvm").With("arch", "x86_64").With("machine", topology.Machine)))
            .With(new XmlElement("features").With(new XmlElement("acpi")))
            .With(new XmlElement("devices")
                .With(new XmlElement("emulator", content: settings.Text("Emulator") ?? "/usr/bin/qemu-system-x86_64"))
                .With(Devices(index)))
            .With(qemu);
    }

    public static IEnumerable<XmlNode> Devices(TopologyIndex index)
    {
        LibvirtChains chains = index.Chains;
        foreach (Attachment disk in chains.Disks)
        {
            if (chains.Of(disk) is { } chain) yield return Disk(disk, chain);
        }

        foreach (XmlNode controller in Controllers(index.Topology)) yield return controller;
    }

    public static IEnumerable<XmlNode> QemuElements(TopologyIndex index)
    {
        LibvirtChains chains = index.Chains;
        Attachment[] covered = [.. chains.Disks.Where(disk => chains.Of(disk) is { IsWhole: false })];
        BlockGraph graph = BlockGraphLowering.Lower(index, chains.NamesOf);
        XmlNode[] arguments = [.. graph.Trees.SelectMany(tree => Arguments(tree.Top, chains.IsOpenedByLibvirt)), .. Unopened(index, chains, covered)];
        if (arguments.Length > 0) yield return new XmlElement("qemu:commandline").With(arguments);
        if (covered.Length > 0) yield return new XmlElement("qemu:override").With(covered.Select(disk => Override(disk, chains)));
    }

    private static XmlNode Disk(Attachment disk, Chain chain)
    {
        XmlElement driver = DiskXml.WithDriverSettings(DiskXml.Driver(chain.Top), disk, chain.Attachment, chain.IsTop);
        XmlElement? alias = chain.IsWhole ? null : new XmlElement("alias").With("name", Alias(disk));
        return DiskXml.Whole(
            disk,
            DiskXml.Disk(disk, LayerKinds.Get(chain.Top.Kind).XmlType).With(driver).With(Chain(chain.Top))
                .With(DiskXml.Guest(disk, chain.Attachment.IsReadOnly)).With(alias));
    }

    private static IEnumerable<XmlNode> Chain(Layer layer)
    {
        yield return DiskXml.Source(layer);
        if (layer.Edges.Count == 0)
        {
            yield return new XmlElement("backingStore");
            yield break;
        }

        Edge edge = layer.Edges[0];
        XmlElement below = new XmlElement("backingStore")
            .With("type", LayerKinds.Get(edge.Layer.Kind).XmlType)
            .With(new XmlElement("format").With("type", Formats.XmlType(edge.Layer.Format!)))
            .With(Chain(edge.Layer));
        yield return edge.Kind == EdgeKind.Optional
            ? new XmlOptional(edge.Source, edge.Scope, [below], [new XmlElement("backingStore")])
            : below;
    }

    private static IEnumerable<XmlNode> Controllers(Topology topology)
    {
        foreach (int index in Frontends.ControllersOf(topology, "Scsi", Targets.ScsiUnits))
        {
            yield return new XmlElement("controller").With("type", "scsi").With("index", Number(index)).With("model", "virtio-scsi");
        }

        // libvirt would add those that the disks of this moment need, and have none for a disk that comes later.
        foreach (int index in Frontends.ControllersOf(topology, "Sata", Targets.SataPorts))
        {
            yield return new XmlElement("controller").With("type", "sata").With("index", Number(index));
        }

        if (topology.Attachments.Any(attachment => !attachment.IsHostDisk && attachment.Bus == "Usb"))
        {
            yield return new XmlElement("controller")
                .With("type", "usb").With("index", "0").With("model", "qemu-xhci").With("ports", Number(Frontends.UsbPorts));
        }
    }

    /// <summary>The trees of the host that libvirt opens for a disk, for when that disk is absent.</summary>
    private static IEnumerable<XmlNode> Unopened(TopologyIndex index, LibvirtChains chains, IEnumerable<Attachment> covered)
    {
        BlockGraph graph = index.Graph;
        foreach (Attachment disk in covered.Where(disk => disk.Edge.Kind == EdgeKind.Optional))
        {
            Attachment host = chains.Of(disk)!.Attachment;
            if (host.Path == disk.Path) continue;
            BlockTree tree = graph.Trees.First(tree => tree.Attachment.Path == host.Path);
            yield return new XmlOptional(disk.Edge.Source, disk.Edge.Scope, [], [.. Arguments(tree.Top, _ => false)]);
        }
    }

    private static IEnumerable<XmlNode> Arguments(ChildNode child, Func<Layer, bool> isOpenedByLibvirt)
    {
        switch (child)
        {
            case OwnNode { Node: var node }:
                foreach (XmlNode below in node.Children.SelectMany(item => Arguments(item.Node, isOpenedByLibvirt))) yield return below;
                if (isOpenedByLibvirt(node.Layer)) yield break;
                foreach (EquatableArray<Option> item in node.Objects)
                {
                    yield return Argument("-object");
                    yield return new XmlElement("qemu:arg").With("value", new ObjectOption(item));
                }

                yield return Argument("-blockdev");
                yield return new XmlElement("qemu:arg").With("value", node.Arguments);
                break;
            case OptionalNode optional:
                XmlNode[] then = [.. Arguments(optional.Then, isOpenedByLibvirt)];
                if (then.Length > 0) yield return new XmlOptional(optional.Optional, optional.Scope, then, []);
                break;
            case NodeList list:
                yield return new XmlList(list.List, list.Scope, list.CountMember, [.. Arguments(new OwnNode(list.Item), isOpenedByLibvirt)]);
                break;
        }
    }

    private static XmlNode Override(Attachment disk, LibvirtChains chains)
    {
        XmlElement frontend = new XmlElement("qemu:frontend").With(Property(Device.Drive, chains.NamesOf(disk, disk.Top).Top));

        // libvirt takes it from the chain that it opens, which may be another disk's.
        string? writeCache = Frontends.WriteCache(disk);
        if (writeCache != Frontends.WriteCache(chains.Of(disk)!.Attachment)) frontend = frontend.With(Property(Device.WriteCache, writeCache));

        XmlElement device = new XmlElement("qemu:device").With("alias", Alias(disk)).With(frontend);
        return disk.Edge.Kind == EdgeKind.Optional ? new XmlOptional(disk.Edge.Source, disk.Edge.Scope, [device], []) : device;
    }

    /// <param name="value">Null takes the property away.</param>
    private static XmlElement Property(string name, Text? value) =>
        new XmlElement("qemu:property").With("name", name).With("type", value is null ? "remove" : "string").With("value", value);

    private static XmlElement Argument(string value) => new XmlElement("qemu:arg").With("value", value);

    /// <summary>The only form of alias that libvirt leaves to users.</summary>
    private static string Alias(Attachment disk) => $"ua-{disk.Dev}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
