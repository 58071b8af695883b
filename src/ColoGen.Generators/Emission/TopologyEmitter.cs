using ColoGen.Generators.Documents;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Emission;

/// <summary>The generated part of a topology.</summary>
internal static class TopologyEmitter
{
    /// <param name="error">The first error of the topology; every member then throws it.</param>
    public static string Emit(Topology topology, string? error) => GeneratedFile.Of(topology.Type, source =>
    {
        Document[] documents = [.. Document.All.Where(document => document.AppliesTo(topology))];
        if (error is null)
        {
            EmitType(source, topology, documents);
        }
        else
        {
            EmitFaulty(source, topology, documents, error);
        }
    });

    private static void EmitType(SourceWriter source, Topology topology, IReadOnlyList<Document> documents)
    {
        var index = new TopologyIndex(topology);
        source.Line("/// <remarks><code>");
        foreach (string line in TextTree.Lines(index)) source.Line("/// ", line);
        source.Line("/// </code></remarks>");
        Open(source, topology, documents);
        var templates = new List<(string, IReadOnlyList<Piece>)>();
        foreach (Document document in documents)
        {
            if (document.Refusal(index) is { } refusal)
            {
                EmitThrowing(source, document, "NotSupportedException", refusal);
                continue;
            }

            IReadOnlyList<Piece> pieces = document.Template(index);
            if (pieces is [] or [Literal])
            {
                EmitConstant(source, document, pieces is [Literal literal] ? literal.Text : "");
            }
            else
            {
                EmitMembers(source, document);
                templates.Add((document.Name, pieces));
            }
        }

        if (templates.Count > 0) TemplatesEmitter.Emit(source, topology.Type.Name, () => LayerGuard.Emit(source, topology), templates);
        source.Close();
    }

    private static void Open(SourceWriter source, Topology topology, IReadOnlyList<Document> documents)
    {
        source.Indent().Add(topology.Type.Header);
        string before = " : ";
        foreach (Document document in documents)
        {
            source.Add(before).Add("global::ColoGen.I").Add(document.Name);
            before = ", ";
        }

        source.End();
        source.Open();
    }

    private static void EmitMembers(SourceWriter source, Document document)
    {
        string utf8 = source.Use(Names.Document);
        EmitMembers(source, document, Call("MaxByteCount", ""), Call("TryWrite", ", utf8Destination, out bytesWritten"), Call("Write", ", writer"));

        Action Call(string method, string arguments) => () => source
            .Add(utf8).Add(".").Add(method).Add("<" + Names.Templates + ", ").Add(source.Use(Names.Kind)).Add(".").Add(document.Name).Add(">(new(this)").Add(arguments).Add(")");
    }

    private static void EmitConstant(SourceWriter source, Document document, string constant)
    {
        string name = GeneratedMembers.Utf8(document.Name);
        string utf8 = source.Use(Names.Document);
        source.Line("/// <summary>What <see cref=\"", GeneratedMembers.Write(document.Name), "\"/> writes.</summary>");
        source.Indent().Add("public static ").Add(source.Use(Names.ReadOnlySpan)).Add(" ").Add(name).Add(" => ").AddUtf8(constant).End(";");
        EmitMembers(
            source,
            document,
            () => source.Add(name).Add(".Length"),
            () => source.Add(utf8).Add(".TryWrite(").Add(name).Add(", utf8Destination, out bytesWritten)"),
            () => source.Add(utf8).Add(".Write(").Add(name).Add(", writer)"));
    }

    private static void EmitFaulty(SourceWriter source, Topology topology, IReadOnlyList<Document> documents, string error)
    {
        Open(source, topology, documents);
        foreach (Document document in documents) EmitThrowing(source, document, "InvalidOperationException", error);
        source.Close();
    }

    private static void EmitThrowing(SourceWriter source, Document document, string exception, string message)
    {
        string body = $"throw new global::System.{exception}({Utf8Literal.Quoted(message)})";
        EmitMembers(source, document, Body, Body, Body);

        void Body() => source.Add(body);
    }

    private static void EmitMembers(SourceWriter source, Document document, Action maxByteCount, Action tryWrite, Action write)
    {
        source.Indent().Add("public int ").Add(GeneratedMembers.MaxByteCount(document.Name)).Add("() => ");
        maxByteCount();
        source.End(";");
        source.Indent().Add("public bool ").Add(GeneratedMembers.TryWrite(document.Name)).Add("(").Add(source.Use(Names.Span)).Add(" utf8Destination, out int bytesWritten) => ");
        tryWrite();
        source.End(";");
        source.Indent().Add("public void ").Add(GeneratedMembers.Write(document.Name)).Add("(").Add(source.Use(Names.BufferWriter)).Add(" writer) => ");
        write();
        source.End(";");
        source.Line();
    }
}
