using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>The generated part of a pair.</summary>
internal static class PairEmitter
{
    private const string Selector = "global::ColoGen.ColoCommands";

    private const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray";

    private const string Disk = "global::ColoGen.ColoDisk";

    private const string Disks = $"{ImmutableArray}<{Disk}>";

    /// <param name="error">The first error of the pair; every member then throws it.</param>
    public static string Emit(Pair pair, string? error) => GeneratedFile.Of(pair.Type, source =>
    {
        source.Open($"{pair.Type.Header} : global::ColoGen.IColoPair");
        if (error is null)
        {
            EmitMembers(source, new PairContext(pair));
        }
        else
        {
            EmitFaulty(source, error);
        }

        source.Close();
    });

    private static void EmitMembers(SourceWriter source, PairContext context)
    {
        GeneratedFile.Mark(source);
        source.Open($"static readonly {Disks} {GeneratedMembers.ReplicatedDisks} = {ImmutableArray}.Create(new {Disk}[]");
        foreach (ReplicatedDisk disk in context.Disks) source.Line($"new({string.Join(", ", NamesOf(context, disk).Select(Utf8Literal.Quoted))}),");
        source.Close(");");
        source.Line();
        string version = context.Pair.Settings.Get(nameof(ColoPairAttribute.Qemu)) is PropertyValue value
            ? "this." + CSharpIdentifier.Of(value.Access.Names[^1])
            : $"global::ColoGen.QemuVersion.{context.Pair.Settings.GetEnum<QemuVersion>(nameof(ColoPairAttribute.Qemu))}";
        if (context.Pair.ReadsObsolete) source.Line(GeneratedFile.Obsolete);
        EmitProperties(source, version, GeneratedMembers.ReplicatedDisks);
        ValidationEmitter.Emit(source, context.Pair, paths => EmitGuard(paths, source, context));
        EmitMethods(
            source,
            Choice(list => $"MaxByteCount{Of(list)})"),
            Choice(list => $"TryWrite{Of(list)}, utf8Destination, out bytesWritten)"),
            EmitWrite);
        var text = new CharBuffer();
        var templates = new List<(string, TemplateSegment[])>();
        foreach (ColoCommands list in GeneratedMembers.Commands)
        {
            var builder = new TemplateBuilder(text);
            PairCommandsDocument.Write(builder, context, list);
            templates.Add((list.ToString(), builder.ToTemplate()));
        }

        WriterStructEmitter.Emit(source, context.Pair.Type.Name, paths => EmitGuard(paths, source, context), templates, context.Pair.ReadsObsolete);
        text.Return();
    }

    /// <summary>The primary begins without its replicas: it would look for a secondary that is not there.</summary>
    private static void EmitGuard(AccessPathEmitter paths, SourceWriter source, PairContext context)
    {
        LayerGuard.Require(paths, source, Access.Itself.Member(nameof(Pair.Primary)));
        LayerGuard.Require(paths, source, Access.Itself.Member(nameof(Pair.Secondary)));
        foreach (ReplicatedDisk disk in context.Disks)
        {
            LayerGuard.Require(paths, source, disk.Disk.Primary.Edge.Source);
            LayerGuard.Call(paths, source, "RequireNone", disk.Replica.Source);
        }
    }

    private static void EmitFaulty(SourceWriter source, string error)
    {
        string exception = $"throw new global::System.InvalidOperationException({Utf8Literal.Quoted(error)})";
        EmitProperties(source, exception, exception);
        ValidationEmitter.EmitThrowing(source, exception);
        EmitMethods(source, Same, Same, Same);

        void Same(SourceWriter source) => source.Line(exception + ";");
    }

    private static void EmitProperties(SourceWriter source, string qemu, string disks)
    {
        source.Line($"global::ColoGen.QemuVersion global::ColoGen.IColoPair.Qemu => {qemu};");
        source.Line($"{Disks} global::ColoGen.IColoPair.Disks => {disks};");
        source.Line();
    }

    private static void EmitMethods(SourceWriter source, Action<SourceWriter> maxByteCount, Action<SourceWriter> tryWrite, Action<SourceWriter> write)
    {
        const string document = GeneratedMembers.PairDocument;
        EmitMethod($"public int {GeneratedMembers.MaxByteCount(document)}({Selector} commands)", maxByteCount);
        string span = source.Use(GeneratedIdentifiers.Span);
        EmitMethod($"public bool {GeneratedMembers.TryWrite(document)}({Selector} commands, {span} utf8Destination, out int bytesWritten)", tryWrite);
        string bufferWriter = source.Use(GeneratedIdentifiers.BufferWriter);
        EmitMethod($"public void {GeneratedMembers.Write(document)}({Selector} commands, {bufferWriter} writer)", write);

        void EmitMethod(string header, Action<SourceWriter> body)
        {
            source.Open(header);
            body(source);
            source.Close();
            source.Line();
        }
    }

    private static string Of(ColoCommands list) => $"<{GeneratedIdentifiers.Writers}, {GeneratedIdentifiers.Kind}.{list}>(new(this)";

    /// <summary>A call for each list.</summary>
    private static Action<SourceWriter> Choice(Func<ColoCommands, string> call) => source =>
    {
        source.Open("return commands switch");
        foreach (ColoCommands list in GeneratedMembers.Commands)
        {
            source.Line($"{Selector}.{list} => ", source.Use(GeneratedIdentifiers.Document), ".", call(list), ",");
        }

        source.Line("_ => throw ", Unknown, ",");
        source.Close(";");
    };

    private static void EmitWrite(SourceWriter source)
    {
        source.Open("switch (commands)");
        foreach (ColoCommands list in GeneratedMembers.Commands)
        {
            source.Line($"case {Selector}.{list}: ", source.Use(GeneratedIdentifiers.Document), $".Write{Of(list)}, writer); break;");
        }

        source.Line("default: throw ", Unknown, ";");
        source.Close();
    }

    private const string Unknown = "new global::System.ArgumentOutOfRangeException(nameof(commands))";

    private static IEnumerable<string> NamesOf(PairContext context, ReplicatedDisk disk) =>
    [
        disk.Dev,
        Constant(context.Root(disk)),
        Constant(context.PrimaryReplica(disk).Top.Name),
        PairContext.PrimaryChild(disk),
        Constant(context.SurvivorReplica(disk).Top.Name),
        PairContext.SurvivorChild(disk),
        Constant(context.SecondaryReplica(disk)),
        Constant(context.Active(disk)),
        Constant(context.Hidden(disk)),
        Constant(context.SecondaryDisk(disk)),
        disk.ExportName,
        PairContext.MirrorJob(disk),
    ];

    private static string Constant(NodeName name)
    {
        var text = new CharBuffer();
        new TemplateBuilder(text).Name(name);
        string constant = text.ToStringAndClear();
        text.Return();
        return constant;
    }
}
