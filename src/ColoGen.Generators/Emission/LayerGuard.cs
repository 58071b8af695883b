using ColoGen.Core.Formats;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>The statements that refuse layers which are null, and lists which are too short, before anything is written.</summary>
internal static class LayerGuard
{
    public static void Emit(SourceWriter source, Topology topology) => MethodBody.Emit(source, ways =>
    {
        foreach (Attachment attachment in topology.Attachments) Emit(ways, source, attachment.Edge, minimum: 1);
    });

    /// <summary>Refuses a layer that is null.</summary>
    public static void Require(Ways ways, SourceWriter source, Access layer) => Call(ways, source, "Require", layer);

    /// <summary>Calls a method of the runtime library with a layer or list, and with its path where that is not told by it.</summary>
    public static void Call(Ways ways, SourceWriter source, string method, Access layer)
    {
        string expression = ways.Of(layer);
        source.Line(source.Use(Names.Document), $".{method}(", expression, ways.PathArgument(layer), ");");
    }

    private static void Emit(Ways ways, SourceWriter source, Edge edge, long minimum)
    {
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                Require(ways, source, edge.Source);
                Below(ways, source, edge.Layer);
                break;
            case EdgeKind.Optional when edge.Layer.Edges.Count > 0:
                ways.When(edge.Source, edge.Scope, () => Below(ways, source, edge.Layer));
                break;
            case EdgeKind.List:
                Call(ways, source, "RequireList", edge.Source);
                string list = ways.Of(edge.Source);
                source.Line(source.Use(Names.Document), $".RequireCount({list}.{edge.CountMember}, {Statements.Number(minimum)}, ", ways.Path(edge.Source), ");");
                ways.Loop(edge.Source, edge.Scope, edge.CountMember, _ =>
                {
                    Require(ways, source, edge.Layer.Access);
                    Below(ways, source, edge.Layer);
                });
                break;
        }
    }

    private static void Below(Ways ways, SourceWriter source, Layer layer)
    {
        if (layer.Edges.Count == 0) return;
        long threshold = layer.Settings.GetNumber("VoteThreshold") ?? 1;
        long certain = 0;
        foreach (Edge edge in layer.Edges)
        {
            if (edge.Kind == EdgeKind.Required) certain++;
        }

        foreach (Edge edge in layer.Edges) Emit(ways, source, edge, Math.Max(layer.Edges.Count == 1 ? 1 : 0, threshold - certain));
    }
}
