using ColoGen.Generators.Documents;
using ColoGen.Generators.Infrastructure;
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
        foreach (string line in TextTree.Lines(index)) source.Line($"/// {line}");
        source.Line("/// </code></remarks>");
        Open(source, topology, documents);
        foreach (Document document in documents)
        {
            if (document.Refusal(index) is { } refusal)
            {
                EmitThrowing(source, document, "NotSupportedException", refusal);
            }
            else
            {
                EmitDocument(source, topology, document, document.Template(index));
            }
        }

        source.Line(GeneratedFile.Mark);
        source.Open($"static {topology.Type.Name} {GeneratedMembers.Checked}({topology.Type.Name} {Names.Topology})");
        LayerGuard.Emit(source, topology);
        source.Line($"return {Names.Topology};");
        source.Close();
        source.Close();
    }

    private static void Open(SourceWriter source, Topology topology, IReadOnlyList<Document> documents) =>
        source.Open($"{topology.Type.Header} : {string.Join(", ", documents.Select(document => $"global::ColoGen.I{document.Name}"))}");

    private static void EmitDocument(SourceWriter source, Topology topology, Document document, EquatableArray<Piece> pieces)
    {
        string? constant = pieces.Count switch
        {
            0 => "",
            1 when pieces[0] is Literal literal => literal.Text,
            _ => null,
        };
        if (constant is null)
        {
            EmitTemplate(source, topology, document, pieces);
        }
        else
        {
            EmitConstant(source, document, constant);
        }
    }

    private static void EmitConstant(SourceWriter source, Document document, string constant)
    {
        string utf8 = GeneratedMembers.Utf8(document.Name);
        source.Line($"/// <summary>What <see cref=\"{GeneratedMembers.Write(document.Name)}\"/> writes, a constant.</summary>");
        source.Line($"public static {Names.ReadOnlySpan} {utf8} => {Utf8Literal.Of(constant)};");
        EmitMembers(
            source,
            document,
            $"{utf8}.Length",
            $"{Names.Document}.TryWrite({utf8}, utf8Destination, out bytesWritten)",
            $"{Names.Document}.Write({utf8}, writer)");
    }

    private static void EmitTemplate(SourceWriter source, Topology topology, Document document, EquatableArray<Piece> pieces)
    {
        string template = GeneratedMembers.Template(document.Name);
        EmitMembers(
            source,
            document,
            $"{Names.Document}.GetMaxByteCount(new {template}(this))",
            $"{Names.Document}.TryWrite(new {template}(this), utf8Destination, out bytesWritten)",
            $"{Names.Document}.Write(new {template}(this), writer)");
        source.Line(GeneratedFile.Mark);
        source.Open($"readonly struct {template} : {Names.Template}");
        source.Line($"readonly {topology.Type.Name} _topology;");
        source.Line();
        source.Line($"public {template}({topology.Type.Name} {Names.Topology}) => _topology = {GeneratedMembers.Checked}({Names.Topology});");
        source.Line();
        source.Open($"{Names.Sink} {Names.Template}.Write<{Names.Sink}>({Names.Sink} sink)");
        source.Line($"{topology.Type.Name} {Names.Topology} = _topology;");
        TemplateEmitter.Emit(source, emitter => emitter.Emit(pieces));
        source.Line("return sink;");
        source.Close();
        source.Close();
        source.Line();
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
        EmitMembers(source, document, body, body, body);
    }

    private static void EmitMembers(SourceWriter source, Document document, string maxByteCount, string tryWrite, string write)
    {
        source.Line($"public int {GeneratedMembers.MaxByteCount(document.Name)}() => {maxByteCount};");
        source.Line($"public bool {GeneratedMembers.TryWrite(document.Name)}({Names.Span} utf8Destination, out int bytesWritten) => {tryWrite};");
        source.Line($"public void {GeneratedMembers.Write(document.Name)}({Names.BufferWriter} writer) => {write};");
        source.Line();
    }
}
