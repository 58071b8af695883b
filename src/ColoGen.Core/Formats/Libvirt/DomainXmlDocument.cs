using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Layers.Formats;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The libvirt domain, as a stock libvirt starts it.</summary>
internal static class DomainXmlDocument
{
    public const string QemuNamespace = "http://libvirt.org/schemas/domain/qemu/1.0";

    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        Topology topology = context.Topology;
        EquatableArray<Setting> settings = topology.Domain!.Value;
        XmlBuilder xml = new XmlBuilder(builder).StartElement("domain")
            .Attribute("type", settings.Member(nameof(DomainAttribute.Type), member => member.ToLowerInvariant()) ?? DomainDefaults.Type.ToWord())
            .Attribute("xmlns:qemu", HasQemuElements(context) ? QemuNamespace : null)
            .Element("name", settings.Get(nameof(DomainAttribute.Name))!);
        if (settings.Get(nameof(DomainAttribute.Uuid)) is { } uuid) xml.Element("uuid", uuid);
        DocumentValue memory = settings.Number(nameof(DomainAttribute.MemoryMiB), DomainLimits.MemoryMiB) ?? DomainDefaults.MemoryMiB.ToText();
        xml.Element("memory", memory, () => xml.Attribute("unit", "MiB"))
            .Element("vcpu", settings.Number(nameof(DomainAttribute.Vcpus), DomainLimits.Vcpus) ?? DomainDefaults.Vcpus.ToText());
        IoThreads(xml, [.. IoThreadSetting.Numbers(topology)]);
        xml.StartElement("os").Element("type", "hvm", () => xml.Attribute("arch", "x86_64").Attribute("machine", topology.Machine)).EndElement()
            .StartElement("features").StartElement("acpi").EndElement().EndElement()
            .StartElement("devices").Element("emulator", settings.Get(nameof(DomainAttribute.Emulator)) ?? DomainDefaults.Emulator);
        Disks(xml, context.Chains);
        Controllers(xml, topology);
        xml.EndElement();
        QemuElements(xml, context);
        xml.EndElement();
    }

    /// <summary>libvirt starts no disk without a source of its own, and none on sata or ide that is opened for reading only.</summary>
    public static string? Obstacle(DocumentContext context, Attachment disk)
    {
        if (disk.IsHostDisk) return null;
        string? reason = context.Chains.Of(disk) switch
        {
            null => "its tree has no required layer of its own that libvirt could open",
            { Attachment: { IsReadOnly: true } tree } when !disk.IsReadOnly && !DiskBuses.Get(disk.Bus!.Value).CanBeReadOnly =>
                $"it would have to open a layer of '{tree.Dev}' for reading only, which it refuses on {disk.Bus!.Value.ToWord()}: use virtio or scsi",
            _ => null,
        };
        return reason is null ? null : $"libvirt can't attach '{disk.Dev}': {reason}";
    }

    public static void Disks(XmlBuilder xml, LibvirtChains chains)
    {
        foreach (Attachment disk in chains.Disks) Disk(xml, disk, chains.Of(disk)!);
    }

    /// <summary>libvirt numbers threads from 1 where their numbers are not given.</summary>
    private static void IoThreads(XmlBuilder xml, long[] numbers)
    {
        if (numbers.Length == 0) return;
        xml.Element("iothreads", new NumberConstant(numbers.Length));
        if (numbers[^1] == numbers.Length) return;
        xml.StartElement("iothreadids");
        foreach (long number in numbers) xml.Element("iothread", "id", new NumberConstant(number));
        xml.EndElement();
    }

    private static void QemuElements(XmlBuilder xml, DocumentContext context)
    {
        if (!HasQemuElements(context)) return;
        LibvirtChains chains = context.Chains;
        Attachment[] covered = [.. chains.Disks.Where(disk => chains.Of(disk) is { IsWhole: false })];
        TemplateBuilder commandLine = xml.StartElement("qemu:commandline").Content();
        Attachment[] lending = [.. covered.Where(disk => chains.Of(disk)!.IsLent(disk))];
        IEnumerable<NodeName> names = context.Graph.Trees.SelectMany(tree => NamesIn(chains, tree.Top))
            .Concat(covered.Select(disk => TopOf(context, disk)))
            .Concat(lending.Select(disk => chains.LibvirtNameOf(chains.Of(disk)!.Top)));
        chains.CountNodes(commandLine, [.. names]);
        NodeWalk.Forward(commandLine, context.Graph.Trees, node =>
        {
            if (!chains.IsOpenedByLibvirt(node.Layer)) Arguments(xml, node, chains.NameOf);
            else if (node.Children.Count > 0) Lent(xml, node, lending, chains);
        });
        foreach (Attachment disk in covered) Unopened(xml, context, disk);
        xml.EndElement();
        if (covered.Length == 0) return;
        xml.StartElement("qemu:override");
        foreach (Attachment disk in covered) xml.ForEdge(disk.Edge, () => Override(xml, disk, context));
        xml.EndElement();
    }

    /// <summary>The names of the nodes that other nodes of QEMU's command line refer to.</summary>
    private static IEnumerable<NodeName> NamesIn(LibvirtChains chains, BlockNode node)
    {
        foreach (BlockChild child in node.Children)
        {
            if (child.Name is { } name && !chains.IsOpenedByLibvirt(node.Layer)) yield return chains.NameOf(name);
            if (child.Node is null) continue;
            foreach (NodeName below in NamesIn(chains, child.Node)) yield return below;
        }
    }

    /// <summary>The name of the top node of a disk's tree.</summary>
    private static NodeName TopOf(DocumentContext context, Attachment disk) => context.Chains.NameOf(context.Context.NamesOf(disk, disk.Top).Top);

    /// <summary>Whether there is anything that libvirt does not open by itself.</summary>
    private static bool HasQemuElements(DocumentContext context) =>
        context.Context.Opened.Any(opened => !context.Chains.IsOpenedByLibvirt(opened.Layer));

    private static void Disk(XmlBuilder xml, Attachment disk, Chain chain) => DiskXml.WriteTree(xml, disk, () =>
    {
        DiskXml.StartDisk(xml, disk, LayerKinds.Get(chain.Top.Kind).XmlType);
        DiskXml.StartDriver(xml, chain.Top);
        DiskXml.Attributes(xml, XmlPlace.Driver, disk, chain.Attachment, chain.IsTop);
        xml.EndElement();
        Chain(xml, chain.Top, chain.IsWhole ? disk : null);
        DiskXml.Elements(xml, disk, chain.Attachment, chain.IsTop);
        if (!chain.IsWhole && AliasSetting.Declared(disk) is null) xml.StartElement("alias").Attribute("name", AliasSetting.Of(disk)).EndElement();
        xml.EndElement();
    });

    /// <param name="disk">The disk whose whole tree it is; null for a part of one.</param>
    private static void Chain(XmlBuilder xml, Layer layer, Attachment? disk)
    {
        DiskXml.Source(xml, layer, index: null, disk);
        if (layer.Edges.Count == 0) NoBackingStore(xml);
        else xml.ForEdge(layer.Edges[0], () => BackingStore(xml, layer.Edges[0].Layer), () => NoBackingStore(xml));
    }

    private static void BackingStore(XmlBuilder xml, Layer layer)
    {
        xml.StartElement("backingStore").Attribute("type", LayerKinds.Get(layer.Kind).XmlType)
            .StartElement("format").Attribute("type", DiskFormats.Get(layer.Format!.Value).XmlType).EndElement();
        Chain(xml, layer, disk: null);
        xml.EndElement();
    }

    /// <summary>Says that the layer has no backing store.</summary>
    private static void NoBackingStore(XmlBuilder xml) => xml.StartElement("backingStore").EndElement();

    private static void Controllers(XmlBuilder xml, Topology topology)
    {
        foreach (ControllerXml controller in DiskBuses.Controllers(topology).Select(controller => controller.Xml).OfType<ControllerXml>())
        {
            xml.StartElement("controller")
                .Attribute("type", controller.Type)
                .Attribute("index", new NumberConstant(controller.Index))
                .Attribute("model", controller.Model)
                .Attribute("ports", controller.Ports is { } ports ? new NumberConstant(ports) : null)
                .EndElement();
        }
    }

    /// <summary>
    /// A node with the usual name of a host disk over the node that libvirt opens for it: the commands of a pair know no other name.
    /// </summary>
    /// <param name="top">The node of a layer that libvirt opens.</param>
    /// <param name="lending">The disks that libvirt opens a host disk for.</param>
    private static void Lent(XmlBuilder xml, BlockNode top, Attachment[] lending, LibvirtChains chains)
    {
        foreach (Attachment disk in lending)
        {
            if (ReferenceEquals(chains.Of(disk)!.Top, top.Layer)) LentTo(disk);
        }

        void LentTo(Attachment disk)
        {
            BlockNode node = top with
            {
                Driver = DiskFormats.Get(DiskFormat.Raw).Driver,
                Options = default,
                Children = [new BlockChild("file", Node: null, chains.LibvirtNameOf(top.Layer))],
                Objects = default,
            };
            xml.ForEdge(disk.Edge, () => Arguments(xml, node, nameOf: null));
        }
    }

    /// <summary>The tree of the host that libvirt opens for a disk, for when that disk is absent.</summary>
    private static void Unopened(XmlBuilder xml, DocumentContext context, Attachment disk)
    {
        Chain chain = context.Chains.Of(disk)!;
        if (disk.Edge.Kind != EdgeKind.Optional || !chain.IsLent(disk)) return;
        BlockTree tree = context.Graph.Trees.First(tree => tree.Attachment.Path == chain.Attachment.Path);
        xml.ForEdge(disk.Edge, () => { }, () => NodeWalk.Forward(xml.Content(), [tree], node => Arguments(xml, node, nameOf: null)));
    }

    /// <param name="nameOf">The names that libvirt gives the nodes that it opens; null where it opens none.</param>
    private static void Arguments(XmlBuilder xml, BlockNode node, Func<NodeName, NodeName>? nameOf)
    {
        foreach (EquatableArray<Option> item in node.Objects)
        {
            xml.StartElement("qemu:arg").Attribute("value", "-object").EndElement()
                .StartElement("qemu:arg").Attribute("value", item, nameOf).EndElement();
        }

        xml.StartElement("qemu:arg").Attribute("value", "-blockdev").EndElement()
            .StartElement("qemu:arg").Attribute("value", node, nameOf).EndElement();
    }

    private static void Override(XmlBuilder xml, Attachment disk, DocumentContext context)
    {
        xml.StartElement("qemu:device").Attribute("alias", AliasSetting.Of(disk)).StartElement("qemu:frontend");
        Property(xml, Device.Drive, TopOf(context, disk));

        // libvirt takes it from the chain that it opens, which may be another disk's.
        string? writeCache = CacheSetting.WriteCache(disk);
        if (writeCache != CacheSetting.WriteCache(context.Chains.Of(disk)!.Attachment)) Property(xml, Device.WriteCache, writeCache);
        xml.EndElement().EndElement();
    }

    /// <param name="value">Null takes the property away.</param>
    private static void Property(XmlBuilder xml, string name, DocumentValue? value) =>
        xml.StartElement("qemu:property").Attribute("name", name).Attribute("type", value is null ? "remove" : "string").Attribute("value", value).EndElement();
}
