using System.Runtime.CompilerServices;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>The type that writes the documents of a topology or pair, a method each.</summary>
internal static class WriterStructEmitter
{
    /// <summary>
    /// The most segments for which the JIT inlines all code: it gives up at 512 variables of a method, its own among them. Documents with more are
    /// written by calls.
    /// </summary>
    private const int MaxInlinedSegments = 48;

    /// <param name="topology">The type of the topology or pair.</param>
    /// <param name="check">Emits the statements that refuse layers which are null.</param>
    /// <param name="templates">The documents, with the names of their kinds.</param>
    /// <param name="readsObsolete">Whether a member that is read is an error where it is used, unless that is obsolete itself.</param>
    public static void Emit(
        SourceWriter source, string topology, Action<AccessPathEmitter> check, IReadOnlyList<(string Kind, TemplateSegment[] Segments)> templates,
        bool readsObsolete)
    {
        GeneratedFile.Mark(source);
        if (readsObsolete) source.Line(GeneratedFile.Obsolete);
        source.Indent().Add("readonly struct ").Add(GeneratedIdentifiers.Writers);
        string before = " : ";
        foreach ((string kind, _) in templates)
        {
            AddInterface(source.Add(before), kind);
            before = ", ";
        }

        source.End();
        source.Open();
        source.Line("readonly ", topology, " ", GeneratedIdentifiers.Topology, ";");
        source.Line();
        source.Line("public " + GeneratedIdentifiers.Writers + "(", topology, " value)");
        source.Open();
        source.Line(GeneratedIdentifiers.Topology + " = value;");
        AccessPathEmitter.EmitMethod(source, check);
        source.Close();
        foreach ((string kind, TemplateSegment[] segments) in templates) Emit(source, kind, segments);
        source.Close();
    }

    private static void Emit(SourceWriter source, string kind, TemplateSegment[] segments)
    {
        bool hasLists = RereadValues.HasLists(segments);
        if (hasLists) AddInterface(source.Indent().Add("static bool "), kind).End(".HasLists => true;");
        if (Count(segments) > MaxInlinedSegments) AddInterface(source.Indent().Add("static bool "), kind).End(".IsLong => true;");

        // A body that is inlined itself would leave the JIT no room to inline what it calls.
        source.Line("[", source.Use(GeneratedIdentifiers.MethodImpl), $"({SinkCallWriter.Number((long)MethodImplOptions.NoInlining)})]");
        const string sink = GeneratedIdentifiers.Sink;
        AddInterface(source.Indent().Add(sink + " "), kind).End($".Write<{sink}>({sink} sink)");
        source.Open();
        AccessPathEmitter.EmitMethod(source, paths => DocumentEmitter.Emit(source, paths, segments, hasLists));
        source.Line("return sink;");
        source.Close();
    }

    private static SourceWriter AddInterface(SourceWriter source, string kind) =>
        source.Add(source.Use(GeneratedIdentifiers.Kind)).Add($".ITemplate<{GeneratedIdentifiers.Kind}.").Add(kind).Add(">");

    private static int Count(TemplateSegment[] segments)
    {
        int count = 0;
        foreach (TemplateSegment segment in segments)
        {
            count += segment switch
            {
                WhenPresent condition => 1 + Count(condition.Present) + Count(condition.Absent),
                WhenGiven condition => 1 + Count(condition.Present) + Count(condition.Absent),
                ForEachItem each => 1 + Count(each.Segments),
                StartCounter or Increment => 0,
                _ => 1,
            };
        }

        return count;
    }
}
