using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>
/// What no kind of layer uses yet, on a real QEMU: a list of objects (the rules of blkdebug), children of several names (those of blkverify) and joined
/// texts (the names of the files).
/// </summary>
public sealed class OptionsTests : IDisposable
{
    private static readonly CommonOptions s_common = new(ReadOnly: false, AutoReadOnly: false, Own: default, Inherited: default);

    private static readonly Layer s_layer = new("", "", Access.Itself, Settings: default, Edges: default, Reference: null);

    private static readonly Attachment s_attachment = new(
        "rules", IsHostDisk: true, Settings: default, new Edge("", EdgeKind.Required, Access.Itself, "", s_layer), Binding: null, Export: null);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task QMP_commands_add_the_nodes()
    {
        await CreateImagesAsync();
        await using Qemu qemu = await Qemu.StartAsync();

        await CaseOnQemu.ExecuteAsync(qemu, DocumentReader.Lines(Text(builder => QmpDocument.Nodes(builder, [Tree()]))));

        await HasAllAsync(qemu);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Dotted_keys_start_a_QEMU_with_the_nodes()
    {
        await CreateImagesAsync();
        string keys = Text(builder => new DottedWriter(builder, [new("rules-0")], name => name).Write(Tree().Top, isTop: false));

        await using Qemu qemu = await Qemu.StartAsync(arguments: ["-drive", $"if=none,id=drive{keys}"]);

        await HasAllAsync(qemu);
    }

    /// <summary>The second rule is for reads alone, and the first for writes.</summary>
    private async Task HasAllAsync(Qemu qemu)
    {
        JsonElement nodes = await qemu.ExecuteAsync("query-named-block-nodes");
        Assert.Equal(
            [_folder.File("a,b-raw"), _folder.File("a,b-test")],
            nodes.EnumerateArray().Where(node => node.GetProperty("drv").GetString() == "file").Select(node => node.GetProperty("file").GetString()).Order());
        JsonElement graph = await qemu.ExecuteAsync("x-debug-query-block-graph");
        IEnumerable<string?> edges = graph.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("name").GetString());
        Assert.Superset(new HashSet<string?> { "image", "raw", "test" }, edges.ToHashSet());
        Assert.Equal("write failed: No space left on device", await qemu.QemuIoAsync("rules-0", "write 0 512"));
        Assert.Equal("read failed: Input/output error", await qemu.QemuIoAsync("rules-0", "read 0 512"));
    }

    private async Task CreateImagesAsync()
    {
        foreach (string key in new[] { "raw", "test" }) await QemuImage.CreateAsync(_folder.File($"a,b-{key}"), "raw", 1 << 20);
    }

    private BlockTree Tree()
    {
        BlockNode verify = Node("blkverify", "verify", new Options(), new BlockChild("raw", Image("raw")), new BlockChild("test", Image("test")));
        Options rules = new Options().AddList("inject-error",
        [
            new Options().Add("event", "none").Add("iotype", "write").AddNumber("errno", 28),
            new Options().Add("event", "none").Add("iotype", "read").AddNumber("errno", 5),
        ]);
        return new BlockTree(s_attachment, Node("blkdebug", "rules", rules, new BlockChild("image", verify)), Edge: null, Frontend: null);
    }

    private BlockNode Image(string key)
    {
        Options file = new Options().Add("filename", new JoinedText([new("", _folder.Path), new("/", "a,b"), new("-", key)]));
        BlockNode storage = Node("file", $"{key}-storage", file) with { Common = s_common with { AutoReadOnly = true } };
        return Node("raw", key, new Options(), new BlockChild("file", storage));
    }

    private static BlockNode Node(string driver, string name, Options options, params BlockChild[] children) => new(
        new NodeName(name + "-0"), driver, options.ToArray(), children.ToEquatableArray(), s_common, default, s_layer);

    private static string Text(Action<TemplateBuilder> write)
    {
        var text = new CharBuffer();
        var builder = new TemplateBuilder(text);
        write(builder);
        Assert.All(builder.ToTemplate(), segment => Assert.IsType<Literal>(segment));
        string document = text.ToStringAndClear();
        text.Return();
        return document;
    }
}
