using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using static ColoGen.Benchmarks.Interleaved;

namespace ColoGen.Benchmarks.Writing;

/// <summary>What writing a document costs next to a copy of its bytes, and next to what people use instead.</summary>
internal static class WritingRatios
{
    private static readonly byte[] s_destination = new byte[1 << 20];
    private static readonly ArrayBufferWriter<byte> s_writer = new(1 << 16);

    public static string Report(int rounds)
    {
        var report = new StringBuilder("## Writing\n\n");
        Documents(report, rounds);
        Growth(report, Math.Max(50, rounds / 4));
        return report.ToString();
    }

    private static void Documents(StringBuilder report, int rounds)
    {
        OneDisk one = OneDisk.Example;
        Secondary host = Secondary.Example;
        EncodedSecondary encoded = EncodedSecondary.Of(host);
        string[] foreign = [.. Secondary.Foreign];
        Secondary foreignHost = Secondary.Of(foreign[0], foreign[1], foreign[2], foreign[3], foreign[4], foreign[5]);

        byte[] oneXml = Bytes(one.WriteTreeXml);
        byte[] tree = Bytes(host.WriteTreeXml);
        byte[] json = Bytes(host.WriteBlockdevArguments);
        byte[] constant = Secondary.QmpInverseUtf8.ToArray();
        Check(tree, Bytes(encoded.WriteTreeXml));
        Check(json, Bytes(encoded.WriteBlockdevArguments));

        XElement xml = XElement.Parse(Encoding.UTF8.GetString(tree));
        Element element = Element.Of(xml);
        if (Peers.ByInterpolation(host) != tree.Length) throw new InvalidOperationException("The interpolated string is another document.");
        JsonDocument[] arguments = [.. Encoding.UTF8.GetString(json).Split('\0').Where(text => text.StartsWith('{')).Select(text => JsonDocument.Parse(text))];
        Node[] nodes = [.. arguments.Select(argument => argument.Deserialize(NodeContext.Default.Node)!)];

        Candidate[] candidates =
        [
            Copy("copy of the constant", constant),
            new("constant", count => { for (int round = 0; round < count; round++) host.TryWriteQmpInverse(s_destination, out _); }),
            Copy("copy of one disk", oneXml),
            new("one disk", count => { for (int round = 0; round < count; round++) one.TryWriteTreeXml(s_destination, out _); }),
            Copy("copy of the tree XML", tree),
            new("tree XML", count => { for (int round = 0; round < count; round++) host.TryWriteTreeXml(s_destination, out _); }),
            new("tree XML, encoded before", count => { for (int round = 0; round < count; round++) encoded.TryWriteTreeXml(s_destination, out _); }),
            new("tree XML to a buffer writer", count =>
            {
                for (int round = 0; round < count; round++)
                {
                    s_writer.ResetWrittenCount();
                    host.WriteTreeXml(s_writer);
                }
            }),
            Copy("copy of the blockdev JSON", json),
            new("blockdev JSON", count => { for (int round = 0; round < count; round++) host.TryWriteBlockdevArguments(s_destination, out _); }),
            new("blockdev JSON, encoded before", count => { for (int round = 0; round < count; round++) encoded.TryWriteBlockdevArguments(s_destination, out _); }),
            new("GetBytes of foreign texts", count =>
            {
                for (int round = 0; round < count; round++)
                {
                    foreach (string text in foreign) Encoding.UTF8.GetBytes(text, s_destination);
                }
            }),
            new("tree XML, foreign texts", count => { for (int round = 0; round < count; round++) foreignHost.TryWriteTreeXml(s_destination, out _); }),
            new("XmlWriter", count => { for (int round = 0; round < count; round++) Peers.ByXmlWriter(xml); }),
            new("XmlSerializer", count => { for (int round = 0; round < count; round++) Peers.ByXmlSerializer(element); }),
            new("XDocument", count => { for (int round = 0; round < count; round++) Peers.ByXDocument(xml); }),
            new("interpolation with escaping", count => { for (int round = 0; round < count; round++) Peers.ByInterpolation(host); }),
            new("Utf8JsonWriter", count => { for (int round = 0; round < count; round++) Peers.ByUtf8JsonWriter(arguments); }),
            new("System.Text.Json, source generator", count => { for (int round = 0; round < count; round++) Peers.ByJsonSerializer(nodes); }),
        ];
        IReadOnlyDictionary<string, double> times = Measure(candidates, rounds);

        report.Append("| Document | bytes | ns | ÷ copy of its bytes | bound | allocated |\n|---|---|---|---|---|---|\n");
        Row("constant", "copy of the constant", constant.Length, "1.1");
        Row("one disk", "copy of one disk", oneXml.Length, "1.7");
        Row("tree XML", "copy of the tree XML", tree.Length, "3.7");
        Row("tree XML, encoded before", "copy of the tree XML", tree.Length, "2.2");
        Row("blockdev JSON", "copy of the blockdev JSON", json.Length, "4.0");
        Row("blockdev JSON, encoded before", "copy of the blockdev JSON", json.Length, "");
        report.Append("\n| | ns | ÷ | bound | allocated |\n|---|---|---|---|---|\n");
        report.Append($"| foreign texts and special characters ÷ `GetBytes` of the same strings | {times["tree XML, foreign texts"]:F0} | {times["tree XML, foreign texts"] / times["GetBytes of foreign texts"]:F2} | 1.5 | {Allocated("tree XML, foreign texts")} |\n");
        report.Append($"| `IBufferWriter<byte>` ÷ span | {times["tree XML to a buffer writer"]:F1} | {times["tree XML to a buffer writer"] / times["tree XML"]:F2} | 1.1 | {Allocated("tree XML to a buffer writer")} |\n");
        report.Append("\n| Instead of it | ns | times ours | allocated |\n|---|---|---|---|\n");
        foreach ((string peer, string ours) in new[] { ("XmlWriter", "tree XML"), ("XmlSerializer", "tree XML"), ("XDocument", "tree XML"), ("interpolation with escaping", "tree XML"), ("Utf8JsonWriter", "blockdev JSON"), ("System.Text.Json, source generator", "blockdev JSON") })
        {
            report.Append($"| {peer} ({ours}) | {times[peer]:F0} | {times[peer] / times[ours]:F0} | {Allocated(peer)} |\n");
        }

        void Row(string name, string copy, int bytes, string bound) =>
            report.Append($"| {name} | {bytes} | {times[name]:F1} | **{times[name] / times[copy]:F2}** | {bound} | {Allocated(name)} |\n");

        long Allocated(string name)
        {
            Candidate candidate = candidates.Single(candidate => candidate.Name == name);
            long before = GC.GetAllocatedBytesForCurrentThread();
            candidate.Run(100);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        }
    }

    private static void Growth(StringBuilder report, int rounds)
    {
        int[] disks = [1, 10, 100, 1000];
        ManyDisks[] many = [.. disks.Select(ManyDisks.Of)];
        int[] depths = [1, 25, 50, 100, 200];
        Func<byte[], int>[] chains = [.. depths.Select(Chains.Writer)];
        IReadOnlyDictionary<string, double> times = Measure(
            [
                .. many.Select((host, number) => new Candidate($"{disks[number]} disks", count => { for (int round = 0; round < count; round++) host.TryWriteTreeXml(s_destination, out _); })),
                .. chains.Select((write, number) => new Candidate($"{depths[number]} deep", count => { for (int round = 0; round < count; round++) write(s_destination); })),
            ],
            rounds);

        report.Append("\n| Growth | bytes | ns | ns each |\n|---|---|---|---|\n");
        for (int number = 0; number < disks.Length; number++)
        {
            report.Append($"| {disks[number]} disks in a list, tree XML | {Bytes(many[number].WriteTreeXml).Length} | {times[$"{disks[number]} disks"]:F0} | {times[$"{disks[number]} disks"] / disks[number]:F1} |\n");
        }

        for (int number = 0; number < depths.Length; number++)
        {
            report.Append($"| a chain {depths[number]} deep, blockdev JSON | {chains[number](s_destination)} | {times[$"{depths[number]} deep"]:F0} | {times[$"{depths[number]} deep"] / depths[number]:F1} |\n");
        }

        report.Append($"\nSlope: {(times["1000 disks"] - times["100 disks"]) / 900:F1} ns a disk from 100 to 1,000; {(times["200 deep"] - times["100 deep"]) / 100:F1} ns a layer from 100 to 200.\n");
    }

    private static Candidate Copy(string name, byte[] bytes) => new(name, count =>
    {
        for (int round = 0; round < count; round++) bytes.AsSpan().CopyTo(s_destination);
    });

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
