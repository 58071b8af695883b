using ColoGen.Generators.Documents;
using ColoGen.Generators.Model;

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
    public static void Emit(SourceWriter source, string topology, Action check, IReadOnlyList<(string Kind, IReadOnlyList<Piece> Pieces)> templates)
    {
        GeneratedFile.Mark(source);
        source.Indent().Add("readonly struct ").Add(Names.Templates);
        string before = " : ";
        foreach ((string kind, _) in templates)
        {
            source.Add(before).Add(Interface(source, kind));
            before = ", ";
        }

        source.End();
        source.Open();
        source.Line("readonly ", topology, " ", Names.Topology, ";");
        source.Line();
        source.Open($"public {Names.Templates}({topology} value)");
        source.Line(Names.Topology, " = value;");
        check();
        source.Close();
        foreach ((string kind, IReadOnlyList<Piece> pieces) in templates) Emit(source, Interface(source, kind), pieces);
        source.Close();
    }

    private static void Emit(SourceWriter source, string template, IReadOnlyList<Piece> pieces)
    {
        bool hasLists = ListDocumentEmitter.HasLists(pieces);
        source.Line();
        if (hasLists) source.Line("static bool ", template, ".HasLists => true;");
        if (Count(pieces) > MostInlined) source.Line("static bool ", template, ".IsLong => true;");

        // A body that is inlined itself would leave the JIT no room to inline what it calls.
        source.Line("[", source.Use(Names.Method), "(8)]");
        source.Open($"{Names.Sink} {template}.Write<{Names.Sink}>({Names.Sink} sink)");
        MethodBody.Emit(source, ways =>
        {
            if (hasLists) ListDocumentEmitter.Emit(source, ways, pieces);
            else DocumentEmitter.Emit(source, ways, pieces);
        });
        source.Line("return sink;");
        source.Close();
    }

    private static string Interface(SourceWriter source, string kind) => $"{source.Use(Names.Kind)}.ITemplate<{Names.Kind}.{kind}>";

    private static int Count(IReadOnlyList<Piece> pieces) => pieces.Sum(piece => 1 + piece switch
    {
        When condition => Count(condition.Then) + Count(condition.Else),
        WhenValue condition => Count(condition.Then) + Count(condition.Else),
        Each each => Count(each.Body),
        _ => 0,
    });
}
