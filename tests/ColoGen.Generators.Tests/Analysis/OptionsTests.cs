using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using static ColoGen.Generators.Tests.Analysis.Trees;

namespace ColoGen.Generators.Tests.Analysis;

/// <summary>
/// What a kind of layer can give as its options, as the writers write it. A value of run time is in angle brackets, and what depends on it in square ones.
/// </summary>
public sealed class OptionsTests
{
    private static readonly PropertyValue s_host = Property("Host", isNullable: false);

    private static readonly PropertyValue s_port = Property("Port", isNullable: true);

    /// <summary>Servers as gluster has them.</summary>
    private static readonly EquatableArray<Option> s_servers = new Options()
        .Add("volume", "v,1")
        .AddList("server",
        [
            new Options().Add("type", "inet").Add("host", s_host).Add("port", s_port),
            new Options().Add("type", "unix").Add("path", "/run/\"g\".sock"),
        ])
        .AddBoolean("debug", true)
        .ToArray();

    private static readonly JoinedText s_url = new([new("http://", s_host), new(":", s_port), new("/", "a,\"b\""), new("?", null)]);

    public static TheoryData<string, string> Lists => new()
    {
        {
            "JSON",
            """{"volume":"v,1","server":[{"type":"inet","host":"<Host>"[,"port":"<Port>"]},{"type":"unix","path":"/run/\"g\".sock"}],"debug":true}"""
        },
        {
            "QMP",
            """{"execute":"x","arguments":{"volume":"v,1","server":[{"type":"inet","host":"<Host>"[,"port":"<Port>"]},"""
                + """{"type":"unix","path":"/run/\"g\".sock"}],"debug":true}}""" + "\n"
        },
        {
            "dotted",
            ",volume=v,,1,server.0.type=inet,server.0.host=<Host>[,server.0.port=<Port>],server.1.type=unix,server.1.path=/run/\"g\".sock,debug=on"
        },
    };

    public static TheoryData<string, string> Joined => new()
    {
        { "JSON", """{"url":"http://<Host>[:<Port>]/a,\"b\""}""" },
        { "QMP", """{"execute":"x","arguments":{"url":"http://<Host>[:<Port>]/a,\"b\""}}""" + "\n" },
        { "dotted", ",url=http://<Host>[:<Port>]/a,,\"b\"" },
    };

    /// <summary>The children of copy-before-write and of blkverify.</summary>
    public static TheoryData<string, string, string> Children => new()
    {
        { "JSON", "file target", """{"driver":"filter","node-name":"vda-0","read-only":false,"file":"a","target":"b"}""" },
        { "JSON", "raw test", """{"driver":"filter","node-name":"vda-0","read-only":false,"raw":"a","test":"b"}""" },
        { "dotted", "file target", ",driver=filter,file.driver=a,target.driver=b" },
        { "dotted", "raw test", ",driver=filter,raw.driver=a,test.driver=b" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void An_option_can_be_a_list_of_objects(string format, string expected) => Assert.Equal(expected, Write(format, s_servers));

    [Theory]
    [InlineData("JSON", """{"server":[],"volume":"v"}""")]
    [InlineData("dotted", ",volume=v")]
    public void A_list_can_be_empty(string format, string expected) =>
        Assert.Equal(expected, Write(format, new Options().AddList("server", []).Add("volume", "v").ToArray()));

    [Theory]
    [MemberData(nameof(Joined))]
    public void Values_can_be_joined(string format, string expected) => Assert.Equal(expected, Write(format, new Options().Add("url", s_url).ToArray()));

    [Fact]
    public void A_joined_text_is_escaped_for_XML() => Assert.Equal(
        "<source name='pool/&lt;&amp;&gt;<Host>'>",
        Text(builder => builder.Literal("<source name=").Value("'", new JoinedText([new("", "pool"), new("/<&>", s_host)]), Escape.Xml, "'>")));

    [Fact]
    public void Text_after_a_value_is_left_out_with_it() => Assert.Equal(
        "[<Port>,,@]<Host>",
        Text(builder => builder.Value("", new JoinedText([new("", s_port, ",@"), new("", s_host), new("", null, "@")]), Escape.Option)));

    [Theory]
    [MemberData(nameof(Children))]
    public void A_filter_can_have_children_of_several_names(string format, string keys, string expected)
    {
        BlockChild[] children = [.. keys.Split(' ').Select((key, at) => new BlockChild(key, Node(at == 0 ? "a" : "b", at == 0 ? "a" : "b", [])))];
        BlockNode node = Node("filter", "vda-0", children);
        Assert.Equal(expected, Text(builder =>
        {
            if (format == "JSON") new JsonWriter(builder, Escape.Json).Write(node);
            else new DottedWriter(builder, [], name => name).Write(node, isTop: true);
        }));
    }

    private static BlockNode Node(string driver, string name, BlockChild[] children) => new(
        new NodeName(name), driver, default, children.ToEquatableArray(),
        new CommonOptions(ReadOnly: false, AutoReadOnly: false, Own: default, Inherited: default), default, Layer("Root"));

    private static PropertyValue Property(string name, bool isNullable) =>
        new(Access.Itself.Member(name), ValueKind.Text, isNullable, EnumType: "", EnumMembers: default);

    private static string Write(string format, EquatableArray<Option> options) => Text(builder =>
    {
        switch (format)
        {
            case "JSON":
                new JsonWriter(builder, Escape.Json).Write(options);
                break;
            case "QMP":
                QmpDocument.Command(builder, "x", options);
                break;
            default:
                var dotted = new DottedWriter(builder, [], name => name);
                foreach (Option option in options) dotted.Write(option);
                break;
        }
    });

    private static string Text(Action<TemplateBuilder> write)
    {
        var text = new CharBuffer();
        var builder = new TemplateBuilder(text);
        write(builder);
        string document = string.Concat(builder.ToTemplate().Select(Text));
        text.Return();
        return document;
    }

    private static string Text(TemplateSegment segment) => segment switch
    {
        Literal literal => literal.Text.ToString(),
        Placeholder placeholder => $"<{placeholder.Value.Access.Path}>",
        WhenGiven condition => $"[{string.Concat(condition.Present.Select(Text))}]",
        _ => throw new ArgumentException("No such segment is expected here.", nameof(segment)),
    };
}
