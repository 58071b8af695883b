using ColoGen.Core.Model;

namespace ColoGen.Generators.Emission;

/// <summary>
/// The statements that refuse numbers which contradict each other or the number of layers, before anything is written. They follow those of
/// <see cref="LayerGuard"/>.
/// </summary>
internal static class ValueGuard
{
    public static void Emit(AccessPathEmitter paths, SourceWriter source, Topology topology)
    {
        foreach (Attachment attachment in topology.Attachments) Votes(paths, source, attachment.Edge);
        BootOrders(paths, source, topology);
    }

    private static void Votes(AccessPathEmitter paths, SourceWriter source, Edge edge)
    {
        if (!edge.Layer.Has(static layer => Threshold(layer) is not null)) return;
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                Votes(paths, source, edge.Layer);
                break;
            case EdgeKind.Optional:
                paths.Block($"if ({paths.IsPresent(edge)})", () => Votes(paths, source, edge.Layer));
                break;
            case EdgeKind.List:
                paths.Loop(edge, _ => Votes(paths, source, edge.Layer));
                break;
        }
    }

    private static void Votes(AccessPathEmitter paths, SourceWriter source, Layer layer)
    {
        if (Threshold(layer) is { } threshold)
        {
            Call(source, "RequireVotes", paths.Of(threshold), Children(paths, layer), paths.Path(threshold));
        }

        foreach (Edge edge in layer.Edges) Votes(paths, source, edge);
    }

    private static Access? Threshold(Layer layer) => (layer.Settings.Get(nameof(QuorumAttribute.VoteThreshold)) as PropertyValue)?.Access;

    /// <summary>The number of children that are present.</summary>
    private static string Children(AccessPathEmitter paths, Layer layer)
    {
        int required = layer.Edges.Count(static edge => edge.Kind == EdgeKind.Required);
        IEnumerable<string> others = layer.Edges.Where(static edge => edge.Kind != EdgeKind.Required).Select(edge => edge.Kind == EdgeKind.List
            ? $"{paths.Of(edge.Source)}.{edge.CountMember}"
            : $"({paths.Of(edge.Source)} is {{ }} ? 1 : 0)");
        return string.Join(" + ", others.Prepend(SinkCallWriter.Number(required)));
    }

    /// <summary>Compares each value of run time with the orders of the disks before it, and with the constants.</summary>
    private static void BootOrders(AccessPathEmitter paths, SourceWriter source, Topology topology)
    {
        var compared = new List<string>();
        foreach (Attachment disk in topology.Attachments)
        {
            if (Order(disk) is NumberConstant constant) compared.Add(OfPresent(paths, disk, SinkCallWriter.Number(constant.Number)));
        }

        foreach (Attachment disk in topology.Attachments)
        {
            if (Order(disk) is not PropertyValue property) continue;
            string order = OfPresent(paths, disk, paths.Of(property.Access));
            foreach (string other in compared) Call(source, "RequireOtherOrder", order, other, paths.Path(property.Access));
            compared.Add(order);
        }
    }

    private static DocumentValue? Order(Attachment disk) => disk.IsHostDisk ? null : disk.Settings.Get(nameof(DiskAttribute.BootOrder));

    /// <summary>The value, or null while the disk is absent.</summary>
    private static string OfPresent(AccessPathEmitter paths, Attachment disk, string value) =>
        disk.Edge.Kind == EdgeKind.Optional && !disk.MayBeEmpty ? $"({paths.Of(disk.Edge.Source)} is {{ }} ? {value} : null)" : value;

    private static void Call(SourceWriter source, string method, string value, string other, string path) =>
        source.Line(source.Use(GeneratedIdentifiers.Document), $".{method}(", value, ", ", $"{other}, {path});");
}
