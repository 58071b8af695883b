using ColoGen.Generators.Model;

namespace ColoGen.Generators.Emission;

/// <summary>The statements that refuse layers which are null, and lists which are too short, before anything is written.</summary>
internal static class LayerGuard
{
    public static void Emit(SourceWriter source, Topology topology) => TemplateEmitter.Emit(source, emitter =>
    {
        foreach (Attachment attachment in topology.Attachments) Emit(emitter, source, attachment.Edge, minimum: 1);
    });

    private static void Emit(TemplateEmitter emitter, SourceWriter source, Edge edge, long minimum)
    {
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                Require(emitter, source, edge.Source);
                Below(emitter, source, edge.Layer);
                break;
            case EdgeKind.Optional when edge.Layer.PreOrder().SelectMany(layer => layer.Edges).Any():
                emitter.When(edge.Source, edge.Scope, () => Below(emitter, source, edge.Layer));
                break;
            case EdgeKind.List:
                string list = emitter.Expression(edge.Source);
                source.Line($"{Names.Document}.RequireList({emitter.Named(edge.Source)});");
                source.Line($"{Names.Document}.RequireCount({list}.{edge.CountMember}, {minimum}, {emitter.Path(edge.Source)});");
                emitter.Loop(edge.Source, edge.Scope, edge.CountMember, () =>
                {
                    Require(emitter, source, edge.Layer.Access);
                    Below(emitter, source, edge.Layer);
                });
                break;
        }
    }

    private static void Require(TemplateEmitter emitter, SourceWriter source, Access layer) =>
        source.Line($"{Names.Document}.Require({emitter.Named(layer)});");

    private static void Below(TemplateEmitter emitter, SourceWriter source, Layer layer)
    {
        long threshold = layer.Settings.GetNumber("VoteThreshold") ?? 1;
        long certain = layer.Edges.Count(edge => edge.Kind == EdgeKind.Required);
        foreach (Edge edge in layer.Edges) Emit(emitter, source, edge, Math.Max(layer.Edges.Count == 1 ? 1 : 0, threshold - certain));
    }
}
