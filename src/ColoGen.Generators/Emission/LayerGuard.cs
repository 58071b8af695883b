using ColoGen.Core.Model;

namespace ColoGen.Generators.Emission;

/// <summary>The statements that refuse layers which are null, and lists which are too short, before anything is written.</summary>
internal static class LayerGuard
{
    public static void Emit(AccessPathEmitter paths, SourceWriter source, Topology topology)
    {
        foreach (Attachment attachment in topology.Attachments) Emit(paths, source, attachment.Edge, minimum: 1);
    }

    /// <summary>Refuses a layer that is null.</summary>
    public static void Require(AccessPathEmitter paths, SourceWriter source, Access layer) => Call(paths, source, "Require", layer);

    /// <summary>Calls a method of the runtime library with a layer or list, and with its path where the expression is not its path.</summary>
    public static void Call(AccessPathEmitter paths, SourceWriter source, string method, Access layer)
    {
        string expression = paths.Of(layer);
        source.Line(source.Use(GeneratedIdentifiers.Document), $".{method}(", expression, paths.PathArgument(layer), ");");
    }

    private static void Emit(AccessPathEmitter paths, SourceWriter source, Edge edge, long minimum)
    {
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                Require(paths, source, edge.Source);
                Below(paths, source, edge.Layer);
                break;
            case EdgeKind.Optional when edge.Layer.Edges.Count > 0:
                paths.Block($"if ({paths.IsPresent(edge)})", () => Below(paths, source, edge.Layer));
                break;
            case EdgeKind.List:
                Call(paths, source, "RequireList", edge.Source);
                string list = paths.Of(edge.Source);
                source.Line(
                    source.Use(GeneratedIdentifiers.Document),
                    $".RequireCount({list}.{edge.CountMember}, {SinkCallWriter.Number(minimum)}, ",
                    paths.Path(edge.Source),
                    ");");
                paths.Loop(edge, _ =>
                {
                    Require(paths, source, edge.Layer.Access);
                    Below(paths, source, edge.Layer);
                });
                break;
        }
    }

    private static void Below(AccessPathEmitter paths, SourceWriter source, Layer layer)
    {
        if (layer.Edges.Count == 0) return;
        long threshold = layer.Settings.GetNumber(nameof(QuorumAttribute.VoteThreshold)) ?? 1;
        long certain = 0;
        foreach (Edge edge in layer.Edges)
        {
            if (edge.Kind == EdgeKind.Required) certain++;
        }

        foreach (Edge edge in layer.Edges) Emit(paths, source, edge, Math.Max(layer.Edges.Count == 1 ? 1 : 0, threshold - certain));
    }
}
