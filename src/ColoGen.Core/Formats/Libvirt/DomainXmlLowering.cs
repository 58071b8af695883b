using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>A topology to what a stock libvirt starts.</summary>
internal static class DomainXmlLowering
{
    public const string QemuNamespace = "http://libvirt.org/schemas/domain/qemu/1.0";

    public static void Domain(IXmlWriter xml, TopologyContext index)
    {
        Topology topology = index.Topology;
        EquatableArray<Setting> settings = topology.Domain!.Value;
        xml.Begin("domain")
            .Attribute("type", settings.Member("Type", member => member.ToLowerInvariant()) ?? "kvm")
            .Attribute("xmlns:qemu", HasQemuElements(index) ? QemuNamespace : null)
            .Content("name", settings.Text("Name")!);
        if (settings.Text("Uuid") is { } uuid) xml.Content("uuid", uuid);
        xml.Content("memory", settings.Number("MemoryMiB", 1) ?? "512", () => xml.Attribute("unit", "MiB"))
            .Content("vcpu", settings.Number("Vcpus", 1) ?? "1");
        long threads = Frontends.IoThreads(topology).DefaultIfEmpty().Max();
        if (threads > 0) xml.Content("iothreads", threads.ToString(CultureInfo.InvariantCulture));
        xml.Begin("os").Content("type", "hvm", () => xml.Attribute("arch", "x86_64").Attribute("machine", topology.Machine)).End()
            .Begin("features").Begin("acpi").End().End()
            .Begin("devices").Content("emulator", settings.Text("Emulator") ?? "/usr/bin/qemu-system-x86_64");
        Devices(xml, index);
        xml.End();
        QemuElements(xml, index);
        xml.End();
    }

    public static void Devices(IXmlWriter xml, TopologyContext index)
    {
        LibvirtChains chains = index.Chains;
        foreach (Attachment disk in chains.Disks)
        {
            if (chains.Of(disk) is { } chain) Disk(xml, disk, chain);
        }

        Controllers(xml, index.Topology);
    }

    public static void QemuElements(IXmlWriter xml, TopologyContext index)
    {
        if (!HasQemuElements(index)) return;
        LibvirtChains chains = index.Chains;
        xml.Begin("qemu:commandline");
        foreach (BlockTree tree in index.Graph.Trees) Arguments(xml, tree.Top, chains);
        Attachment[] covered = [.. chains.Disks.Where(disk => chains.Of(disk) is { IsWhole: false })];
        foreach (Attachment disk in covered) Unopened(xml, index, disk);
        xml.End();
        if (covered.Length == 0) return;
        xml.Begin("qemu:override");
        foreach (Attachment disk in covered) Override(xml, disk, index);
        xml.End();
    }

    /// <summary>Whether there is anything that libvirt does not open by itself.</summary>
    private static bool HasQemuElements(TopologyContext index) => index.Opened.Any(opened => !index.Chains.IsOpenedByLibvirt(opened.Layer));

    private static void Disk(IXmlWriter xml, Attachment disk, Chain chain) => DiskXml.Whole(xml, disk, () =>
    {
        DiskXml.Begin(xml, disk, LayerKinds.Get(chain.Top.Kind).XmlType);
        DiskXml.BeginDriver(xml, chain.Top);
        DiskXml.DriverSettings(xml, disk, chain.Attachment, chain.IsTop);
        xml.End();
        Chain(xml, chain.Top);
        DiskXml.Guest(xml, disk, chain.Attachment.IsReadOnly);
        if (!chain.IsWhole) xml.Begin("alias").Attribute("name", Alias(disk)).End();
        xml.End();
    });

    private static void Chain(IXmlWriter xml, Layer layer)
    {
        DiskXml.Source(xml, layer, index: null);
        if (layer.Edges.Count == 0)
        {
            End();
            return;
        }

        Edge edge = layer.Edges[0];
        if (edge.Kind == EdgeKind.Optional) xml.When(edge.Source, edge.Scope, Below, End);
        else Below();

        void Below()
        {
            xml.Begin("backingStore").Attribute("type", LayerKinds.Get(edge.Layer.Kind).XmlType)
                .Begin("format").Attribute("type", DiskFormats.XmlType(edge.Layer.Format!)).End();
            Chain(xml, edge.Layer);
            xml.End();
        }

        void End() => xml.Begin("backingStore").End();
    }

    private static void Controllers(IXmlWriter xml, Topology topology)
    {
        foreach (int index in Frontends.ControllersOf(topology, "Scsi", Targets.ScsiUnits))
        {
            xml.Begin("controller").Attribute("type", "scsi").Attribute("index", Number(index)).Attribute("model", "virtio-scsi").End();
        }

        // libvirt would add those that the disks of this moment need, and have none for a disk that comes later.
        foreach (int index in Frontends.ControllersOf(topology, "Sata", Targets.SataPorts))
        {
            xml.Begin("controller").Attribute("type", "sata").Attribute("index", Number(index)).End();
        }

        if (Frontends.Uses(topology, "Usb"))
        {
            xml.Begin("controller").Attribute("type", "usb").Attribute("index", "0").Attribute("model", "qemu-xhci").Attribute("ports", Number(Frontends.UsbPorts)).End();
        }
    }

    /// <summary>The tree of the host that libvirt opens for a disk, for when that disk is absent.</summary>
    private static void Unopened(IXmlWriter xml, TopologyContext index, Attachment disk)
    {
        Attachment host = index.Chains.Of(disk)!.Attachment;
        if (disk.Edge.Kind != EdgeKind.Optional || host.Path == disk.Path) return;
        BlockTree tree = index.Graph.Trees.First(tree => tree.Attachment.Path == host.Path);
        xml.When(disk.Edge.Source, disk.Edge.Scope, () => { }, () => Arguments(xml, tree.Top, openedByLibvirt: null));
    }

    /// <param name="openedByLibvirt">What libvirt opens by itself, and names; null where it opens nothing.</param>
    private static void Arguments(IXmlWriter xml, ChildNode child, LibvirtChains? openedByLibvirt)
    {
        switch (child)
        {
            case OwnNode own:
                Arguments(xml, own.Node, openedByLibvirt);
                break;
            case OptionalNode optional:
                OptionalArguments(xml, optional, openedByLibvirt);
                break;
            case NodeList list:
                ListArguments(xml, list, openedByLibvirt);
                break;
        }
    }

    private static void Arguments(IXmlWriter xml, BlockNode node, LibvirtChains? openedByLibvirt)
    {
        foreach (BlockChild below in node.Children) Arguments(xml, below.Node, openedByLibvirt);
        if (openedByLibvirt?.IsOpenedByLibvirt(node.Layer) == true) return;
        foreach (EquatableArray<Option> item in node.Objects)
        {
            xml.Begin("qemu:arg").Attribute("value", "-object").End()
                .Begin("qemu:arg").Attribute("value", item, openedByLibvirt).End();
        }

        xml.Begin("qemu:arg").Attribute("value", "-blockdev").End()
            .Begin("qemu:arg").Attribute("value", node, openedByLibvirt).End();
    }

    private static void OptionalArguments(IXmlWriter xml, OptionalNode optional, LibvirtChains? openedByLibvirt) =>
        xml.When(optional.Optional, optional.Scope, () => Arguments(xml, optional.Then, openedByLibvirt));

    private static void ListArguments(IXmlWriter xml, NodeList list, LibvirtChains? openedByLibvirt) =>
        xml.Each(list.List, list.Scope, list.CountMember, () => Arguments(xml, list.Item, openedByLibvirt));

    private static void Override(IXmlWriter xml, Attachment disk, TopologyContext index)
    {
        if (disk.Edge.Kind == EdgeKind.Optional) xml.When(disk.Edge.Source, disk.Edge.Scope, Device);
        else Device();

        void Device()
        {
            xml.Begin("qemu:device").Attribute("alias", Alias(disk)).Begin("qemu:frontend");
            Property(xml, Qemu.Device.Drive, index.Chains.NameOf(index.NamesOf(disk, disk.Top).Top));

            // libvirt takes it from the chain that it opens, which may be another disk's.
            string? writeCache = Frontends.WriteCache(disk);
            if (writeCache != Frontends.WriteCache(index.Chains.Of(disk)!.Attachment)) Property(xml, Qemu.Device.WriteCache, writeCache);
            xml.End().End();
        }
    }

    /// <param name="value">Null takes the property away.</param>
    private static void Property(IXmlWriter xml, string name, Text? value) =>
        xml.Begin("qemu:property").Attribute("name", name).Attribute("type", value is null ? "remove" : "string").Attribute("value", value).End();

    /// <summary>The only form of alias that libvirt leaves to users.</summary>
    private static string Alias(Attachment disk) => $"ua-{disk.Dev}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
