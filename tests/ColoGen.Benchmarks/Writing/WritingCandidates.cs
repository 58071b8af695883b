using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using static ColoGen.Benchmarks.Interleaved;

namespace ColoGen.Benchmarks.Writing;

/// <summary>All that writes, copies or does what people use instead.</summary>
internal static class WritingCandidates
{
    /// <summary>How many disks lists have.</summary>
    public static readonly int[] Disks = [1, 10, 100, 1000];

    /// <summary>How many layers chains have.</summary>
    public static readonly int[] Depths = [1, 25, 50, 100, 200];

    private static readonly byte[] s_destination = new byte[1 << 20];

    public static byte[] Constant { get; } = Secondary.QmpInverseUtf8.ToArray();

    public static byte[] OneDisk { get; } = Bytes(Writing.OneDisk.Example.WriteTreeXml);

    public static byte[] Tree { get; } = Bytes(Secondary.Example.WriteTreeXml);

    public static byte[] Json { get; } = Bytes(Secondary.Example.WriteBlockdevArguments);

    public static Candidate[] Documents()
    {
        Secondary host = Secondary.Example;
        EncodedSecondary encoded = EncodedSecondary.Of(host);
        Check(Tree, Bytes(encoded.WriteTreeXml));
        Check(Json, Bytes(encoded.WriteBlockdevArguments));
        var writer = new BufferedTreeXml.Writer();
        return
        [
            // What the runtime has comes first, so that the JIT sees just these bytes and texts when it optimises it.
            Everywhere.Candidate("copy of the constant", () => new Copy([.. Constant])),
            Everywhere.Candidate("copy of one disk", () => new Copy([.. OneDisk])),
            Everywhere.Candidate("copy of the tree XML", () => new Copy([.. Tree])),
            Everywhere.Candidate("copy of the blockdev JSON", () => new Copy([.. Json])),
            Everywhere.Candidate("GetBytes of foreign texts", () => new GetBytes(Texts.Copy(Texts.Foreign))),
            Everywhere.Candidate("constant", () => new Constant(host)),
            Everywhere.Candidate("one disk", () => new OneDiskXml(Writing.OneDisk.New())),
            Everywhere.Candidate("tree XML", () => new TreeXml(Secondary.New(Texts.Plain))),
            Everywhere.Candidate("tree XML, encoded before", () => new EncodedTreeXml(EncodedSecondary.Of(Secondary.New(Texts.Plain)))),
            Everywhere.Candidate("tree XML to a buffer writer", () => new BufferedTreeXml(Secondary.New(Texts.Plain), writer)),
            Everywhere.Candidate("blockdev JSON", () => new BlockdevJson(Secondary.New(Texts.Plain))),
            Everywhere.Candidate("blockdev JSON, encoded before", () => new EncodedBlockdevJson(EncodedSecondary.Of(Secondary.New(Texts.Plain)))),
            Everywhere.Candidate("tree XML, foreign texts", () => new TreeXml(Secondary.New(Texts.Foreign))),
            .. Instead(host),
        ];
    }

    public static Candidate[] Growth() =>
    [
        .. Disks.Select(disks =>
        {
            ManyDisks host = ManyDisks.Of(disks);
            return new Candidate($"{disks} disks", count => { for (int round = 0; round < count; round++) host.TryWriteTreeXml(s_destination, out _); });
        }),
        .. Depths.Select(depth =>
        {
            Chains.Write write = Chains.Writer(depth);
            return new Candidate($"{depth} deep", count => { for (int round = 0; round < count; round++) write(s_destination); });
        }),
    ];

    private static Candidate[] Instead(Secondary host)
    {
        XElement xml = XElement.Parse(Encoding.UTF8.GetString(Tree));
        Element element = Element.Of(xml);
        if (Peers.ByInterpolation(host) != Tree.Length) throw new InvalidOperationException("The interpolated string is another document.");
        JsonDocument[] arguments = [.. Encoding.UTF8.GetString(Json).Split('\0').Where(text => text.StartsWith('{')).Select(text => JsonDocument.Parse(text))];
        Node[] nodes = [.. arguments.Select(argument => argument.Deserialize(NodeContext.Default.Node)!)];
        return
        [
            new("XmlWriter", count => { for (int round = 0; round < count; round++) Peers.ByXmlWriter(xml); }),
            new("XmlSerializer", count => { for (int round = 0; round < count; round++) Peers.ByXmlSerializer(element); }),
            new("XDocument", count => { for (int round = 0; round < count; round++) Peers.ByXDocument(xml); }),
            new("interpolation with escaping", count => { for (int round = 0; round < count; round++) Peers.ByInterpolation(host); }),
            new("Utf8JsonWriter", count => { for (int round = 0; round < count; round++) Peers.ByUtf8JsonWriter(arguments); }),
            new("System.Text.Json, source generator", count => { for (int round = 0; round < count; round++) Peers.ByJsonSerializer(nodes); }),
        ];
    }

    private static byte[] Bytes(Action<IBufferWriter<byte>> write)
    {
        var writer = new ArrayBufferWriter<byte>();
        write(writer);
        return writer.WrittenSpan.ToArray();
    }

    private static void Check(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!expected.SequenceEqual(actual)) throw new InvalidOperationException("The documents differ.");
    }
}
