using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Generators.Analyzers;

/// <summary>Finds the path of the first thing that two models of one declaration do not share; empty for the declaration itself.</summary>
internal static class ModelDifference
{
    public static string PathOf(Topology? seen, Topology all) => seen is null
        ? ""
        : PathOf(seen.Attachments, all.Attachments) ?? PathOf(seen.Errors, all.Errors) ?? "";

    public static string PathOf(Pair? seen, Pair all)
    {
        if (seen is null) return "";
        if (!Equals(seen.Primary, all.Primary)) return nameof(Pair.Primary);
        if (!Equals(seen.Secondary, all.Secondary)) return nameof(Pair.Secondary);
        return PathOf("", seen.Settings, all.Settings) ?? PathOf(seen.Errors, all.Errors) ?? "";
    }

    private static string? PathOf(EquatableArray<Attachment> seen, EquatableArray<Attachment> all)
    {
        foreach (Attachment attachment in all)
        {
            Attachment? same = seen.FirstOrDefault(other => other.Path == attachment.Path);
            if (attachment.Equals(same)) continue;
            return same is null || attachment.Edge.Equals(same.Edge) ? attachment.Path : PathOf(same.Edge, attachment.Edge);
        }

        return seen.FirstOrDefault(attachment => !all.Contains(attachment))?.Path;
    }

    private static string PathOf(Edge seen, Edge all) =>
        (seen.Layer.TypeName == all.Layer.TypeName ? PathOf(seen.Layer, all.Layer) : null) ?? all.Source.Path;

    private static string? PathOf(Layer seen, Layer all)
    {
        if (PathOf(all.Path + ".", seen.Settings, all.Settings) is { } setting) return setting;
        foreach (Edge edge in all.Edges)
        {
            Edge? same = seen.Edges.FirstOrDefault(other => other.Name == edge.Name);
            if (!edge.Equals(same)) return same is null ? edge.Source.Path : PathOf(same, edge);
        }

        return PathOf(seen.Errors, all.Errors);
    }

    private static string? PathOf(string prefix, EquatableArray<Setting> seen, EquatableArray<Setting> all) =>
        all.Except(seen).Concat(seen.Except(all)).FirstOrDefault() is { } setting ? prefix + setting.Name : null;

    private static string? PathOf(EquatableArray<DeclarationError> seen, EquatableArray<DeclarationError> all) =>
        all.Except(seen).Concat(seen.Except(all)).FirstOrDefault()?.Path;
}
