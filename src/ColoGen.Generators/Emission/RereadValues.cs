using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>Reads every value to look at it, and again to write it: for documents with lists, whose values can't have a variable each.</summary>
internal sealed class RereadValues(SourceWriter source, AccessPathEmitter paths, SinkCallWriter calls) : IDocumentValues
{
    /// <summary>Whether a document has lists, at any depth.</summary>
    public static bool HasLists(TemplateSegment[] segments) => Any(segments, static segment => segment is ForEachItem);

    public void Read(TemplateSegment[] segments)
    {
        foreach (TemplateSegment segment in segments) Read(segment);
    }

    public string Value(Placeholder placeholder)
    {
        string value = paths.Of(placeholder.Value.Access);
        return placeholder.Value.Map is null ? value : calls.Text(placeholder.Value, value);
    }

    public string IsGiven(Placeholder placeholder, out string found) =>
        calls.IsGiven(placeholder, paths.Of(placeholder.Value.Access), out found);

    public string IsPresent(Edge edge) => paths.IsPresent(edge);

    public string IsAbsent(Edge edge) => paths.Of(edge.Source) + " is null";

    private static bool HasValues(TemplateSegment[] segments) => Any(segments, static segment => segment is Placeholder or WhenGiven or ForEachItem);

    private static bool Any(TemplateSegment[] segments, Func<TemplateSegment, bool> predicate)
    {
        foreach (TemplateSegment segment in segments)
        {
            if (predicate(segment)) return true;
            if (segment is WhenPresent condition && (Any(condition.Present, predicate) || Any(condition.Absent, predicate))) return true;
        }

        return false;
    }

    private void Read(TemplateSegment segment)
    {
        switch (segment)
        {
            case Placeholder placeholder:
                string value = paths.Of(placeholder.Value.Access);
                source.Indent();
                calls.AddRead(placeholder, value, AccessPathEmitter.IsInferred(placeholder.Value.Access));
                source.End(";");
                break;
            case WhenGiven condition:
                paths.Block($"if ({IsGiven(condition.Placeholder, out string found)})", () =>
                {
                    source.Indent();
                    calls.AddReadFound(condition.Placeholder, found);
                    source.End(";");
                });
                break;
            case WhenPresent condition when HasValues(condition.Present) || HasValues(condition.Absent):
                paths.Block($"if ({IsPresent(condition.Edge)})", () => Read(condition.Present));
                if (HasValues(condition.Absent)) paths.Block("else", () => Read(condition.Absent));
                break;
            case ForEachItem each:
                paths.Loop(each.List, _ =>
                {
                    source.Indent().Add("sink.Add(").Add(TemplateSize.Of(each.Segments)).End(");");
                    Read(each.Segments);
                });
                break;
        }
    }
}
