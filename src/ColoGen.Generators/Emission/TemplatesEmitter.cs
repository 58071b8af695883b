using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>The type that writes the documents of a topology or pair, a method each.</summary>
internal static class TemplatesEmitter
{
    /// <summary>
    /// The most pieces for which the JIT inlines all code: it gives up at 512 variables of a method, its own among them. Documents with more are written by calls.
    /// </summary>
    private const int MostInlined = 48;

    /// <param name="topology">The type of the topology or pair.</param>
    /// <param name="check">Emits what refuses layers that are null.</param>
    /// <param name="templates">The documents, with the names of their kinds.</param>
    public static void Emit(SourceWriter source, string topology, Action check, IReadOnlyList<(string Kind, Piece[] Pieces)> templates)
    {
        GeneratedFile.Mark(source);
        source.Indent().Add("readonly struct ").Add(Names.Templates);
        string before = " : ";
        foreach ((string kind, _) in templates)
        {
            AddInterface(source.Add(before), kind);
            before = ", ";
        }

        source.End();
        source.Open();
        source.Line("readonly ", topology, " ", Names.Topology, ";");
        source.Line();
        source.Line("public " + Names.Templates + "(", topology, " value)");
        source.Open();
        source.Line(Names.Topology + " = value;");
        check();
        source.Close();
        foreach ((string kind, Piece[] pieces) in templates) Emit(source, kind, pieces);
        source.Close();
    }

    private static void Emit(SourceWriter source, string kind, Piece[] pieces)
    {
        bool hasLists = ListDocumentEmitter.HasLists(pieces);
        source.Line();
        if (hasLists) AddInterface(source.Indent().Add("static bool "), kind).End(".HasLists => true;");
        if (Count(pieces) > MostInlined) AddInterface(source.Indent().Add("static bool "), kind).End(".IsLong => true;");

        // A body that is inlined itself would leave the JIT no room to inline what it calls.
        source.Line("[", source.Use(Names.Method), "(8)]");
        AddInterface(source.Indent().Add(Names.Sink + " "), kind).End($".Write<{Names.Sink}>({Names.Sink} sink)");
        source.Open();
        MethodBody.Emit(source, ways =>
        {
            if (hasLists) ListDocumentEmitter.Emit(source, ways, pieces);
            else DocumentEmitter.Emit(source, ways, pieces);
        });
        source.Line("return sink;");
        source.Close();
    }

    private static SourceWriter AddInterface(SourceWriter source, string kind) => source.Add(source.Use(Names.Kind)).Add($".ITemplate<{Names.Kind}.").Add(kind).Add(">");

    private static int Count(Piece[] pieces)
    {
        int count = pieces.Length;
        foreach (Piece piece in pieces)
        {
            count += piece switch
            {
                When condition => Count(condition.Then) + Count(condition.Else),
                WhenValue condition => Count(condition.Then) + Count(condition.Else),
                Each each => Count(each.Body),
                _ => 0,
            };
        }

        return count;
    }
}
