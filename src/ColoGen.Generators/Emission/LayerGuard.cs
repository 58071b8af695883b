using ColoGen.Generators.Model;

namespace ColoGen.Generators.Emission;

/// <summary>The statements that refuse layers which are null, and lists which are too short, before anything is written.</summary>
internal static class LayerGuard
{
    public static void Emit(TemplateEmitter emitter, SourceWriter source, Topology topology)
    {
        foreach (Attachment attachment in topology.Attachments) Emit(emitter, source, attachment.Edge, minimum: 1);
    }

    private static void Emit(TemplateEmitter emitter, SourceWriter source, Edge edge, long minimum)
    {
        string path = Utf8Literal.Quoted(edge.Source.Path);
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                source.Line($"global::ColoGen.Writing.Utf8Document.Require({emitter.Expression(edge.Source)}, {path});");
                Below(emitter, source, edge.Layer);
                break;
            case EdgeKind.Optional when edge.Layer.PreOrder().SelectMany(layer => layer.Edges).Any():
                emitter.OpenWhen(edge.Source, edge.Scope);
                Below(emitter, source, edge.Layer);
                source.Close();
                break;
            case EdgeKind.List:
                string list = emitter.Expression(edge.Source);
                source.Line($"global::ColoGen.Writing.Utf8Document.RequireList({list}, {path});");
                source.Line($"global::ColoGen.Writing.Utf8Document.RequireCount({list}.{edge.CountMember}, {minimum}, {path});");
                emitter.Loop(edge.Source, edge.Scope, edge.CountMember, () =>
                {
                    source.Line($"global::ColoGen.Writing.Utf8Document.Require({emitter.Expression(new Access(edge.Scope, "", ""))}, {Utf8Literal.Quoted(edge.Layer.Path)});");
                    Below(emitter, source, edge.Layer);
                });
                break;
        }
    }

    private static void Below(TemplateEmitter emitter, SourceWriter source, Layer layer)
    {
        long threshold = layer.Settings.GetNumber("VoteThreshold") ?? 1;
        long certain = layer.Edges.Count(edge => edge.Kind == EdgeKind.Required);
        foreach (Edge edge in layer.Edges) Emit(emitter, source, edge, Math.Max(layer.Edges.Count == 1 ? 1 : 0, threshold - certain));
    }
}
