using ColoGen.Core.Analysis;
using ColoGen.Core.Formats;
using ColoGen.Core.Formats.Diagrams;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>The generated part of a topology.</summary>
internal static class TopologyEmitter
{
    /// <param name="error">The first error of the topology; every member then throws it.</param>
    public static string Emit(TopologyContext context, string? error) => GeneratedFile.Of(context.Topology.Type, source =>
    {
        if (error is null)
        {
            EmitType(source, new DocumentContext(context));
        }
        else
        {
            EmitFaulty(source, context.Topology, error);
        }
    });

    private static void EmitType(SourceWriter source, DocumentContext context)
    {
        Topology topology = context.Topology;
        var documents = new List<Document>(Document.All.Count);

        // After a paragraph, csharp-ls begins the block of code in a line of its own. It shows the tree as one line otherwise.
        source.Line("/// <remarks>Layers:<para/>");
        source.Line("/// <code>");
        foreach (string line in HoverTree.Lines(context.Diagram)) source.Line("/// ", line);
        source.Line("/// </code>");
        foreach (Document document in Document.All)
        {
            if (!document.IsSelectedBy(topology)) continue;
            if (document.ProblemOf(context) is not { } problem) documents.Add(document);
            else if (!document.IsInverse) source.Line($"/// <para>No {document.Title}: ", problem.Reason, ".</para>");
        }

        source.Line("/// </remarks>");
        Open(source, topology, documents);
        ValidationEmitter.Emit(source, topology);
        var text = new CharBuffer();
        var templates = new List<(string, TemplateSegment[])>(documents.Count);
        foreach (Document document in documents)
        {
            var builder = new TemplateBuilder(text);
            document.Write(builder, context);
            TemplateSegment[] segments = builder.ToTemplate();
            if (segments is [] or [Literal])
            {
                EmitConstant(source, document, segments is [Literal literal] ? literal.Text : "");
            }
            else
            {
                EmitMembers(source, document);
                templates.Add((document.Name, segments));
            }
        }

        if (templates.Count > 0)
        {
            WriterStructEmitter.Emit(source, topology.Type.Name, Guard, templates, topology.ReadsObsolete);
        }

        text.Return();
        source.Close();

        void Guard(AccessPathEmitter paths)
        {
            LayerGuard.Emit(paths, source, topology);
            ValueGuard.Emit(paths, source, topology);
        }
    }

    private static void Open(SourceWriter source, Topology topology, List<Document> documents)
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
        source.Use(GeneratedIdentifiers.Document);
        source.Use(GeneratedIdentifiers.Kind);
        Call(BeginMaxByteCount(source, document), "MaxByteCount").End(");");
        Call(BeginTryWrite(source, document), "TryWrite").End(", utf8Destination, out bytesWritten);");
        Call(BeginWrite(source, document), "Write").End(", writer);");

        SourceWriter Call(SourceWriter source, string method) =>
            source.Add($"{GeneratedIdentifiers.Document}.").Add(method)
                .Add($"<{GeneratedIdentifiers.Writers}, {GeneratedIdentifiers.Kind}.").Add(document.Name).Add(">(new(this)");
    }

    private static void EmitConstant(SourceWriter source, Document document, ReadOnlySpan<char> constant)
    {
        string name = document.Utf8;
        source.Use(GeneratedIdentifiers.Document);
        source.Use(GeneratedIdentifiers.ReadOnlySpan);
        source.Line("/// <summary>The whole document.</summary>");
        source.Indent().Add($"public static {GeneratedIdentifiers.ReadOnlySpan} ").Add(name).Add(" => ").AddUtf8(constant).End(";");
        BeginMaxByteCount(source, document).Add(name).End(".Length;");
        BeginTryWrite(source, document).Add($"{GeneratedIdentifiers.Document}.TryWrite(").Add(name).End(", utf8Destination, out bytesWritten);");
        BeginWrite(source, document).Add($"{GeneratedIdentifiers.Document}.Write(").Add(name).End(", writer);");
        source.Line();
    }

    private static void EmitFaulty(SourceWriter source, Topology topology, string error)
    {
        List<Document> documents = [.. Document.All.Where(document => document.IsSelectedBy(topology))];
        string exception = $"throw new global::System.{nameof(InvalidOperationException)}({Utf8Literal.Quoted(error)})";
        string body = exception + ";";
        Open(source, topology, documents);
        ValidationEmitter.EmitThrowing(source, exception);
        foreach (Document document in documents)
        {
            BeginMaxByteCount(source, document).End(body);
            BeginTryWrite(source, document).End(body);
            BeginWrite(source, document).End(body);
            source.Line();
        }

        source.Close();
    }

    private static SourceWriter BeginMaxByteCount(SourceWriter source, Document document) =>
        source.Indent().Add("public int ").Add(document.MaxByteCountMethod).Add("() => ");

    private static SourceWriter BeginTryWrite(SourceWriter source, Document document)
    {
        source.Use(GeneratedIdentifiers.Span);
        return source.Indent().Add("public bool ").Add(document.TryWriteMethod).Add($"({GeneratedIdentifiers.Span} utf8Destination, out int bytesWritten) => ");
    }

    private static SourceWriter BeginWrite(SourceWriter source, Document document)
    {
        source.Use(GeneratedIdentifiers.BufferWriter);
        return source.Indent().Add("public void ").Add(document.WriteMethod).Add($"({GeneratedIdentifiers.BufferWriter} writer) => ");
    }
}
