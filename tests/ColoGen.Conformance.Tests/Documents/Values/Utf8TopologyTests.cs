using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>A topology whose texts were encoded before has the documents of one with strings, and refuses what that refuses.</summary>
public sealed partial class Utf8TopologyTests
{
    [Theory]
    [InlineData("/images/root.qcow2", "serial")]
    [InlineData("/images/Söhne & Töchter, 'alle' \"<磁盘>\".qcow2", "x")]
    [InlineData("/a", null)]
    public void It_has_the_same_documents(string file, string? serial)
    {
        TextHost texts = new(new(file), serial, new("host", 10809));
        Utf8Host encoded = new(new(new(file)), serial is null ? null : new Utf8(serial), new(new("host"), 10809));

        Assert.Equal(Documents(texts), Documents(encoded));
    }

    [Fact]
    public void It_refuses_by_the_same_words()
    {
        IEnumerable<TopologyDocument> documents = TopologyDocument.Of(new TextHost(new("\u0001"), null, new("h", 1)))
            .Where(document => document.Name.EndsWith("Xml", StringComparison.Ordinal));
        foreach (TopologyDocument document in documents)
        {
            TopologyDocument encoded = TopologyDocument.Of(new Utf8Host(new(new("\u0001")), null, new(new("h"), 1)))
                .Single(other => other.Name == document.Name);

            Assert.Equal(RefusedWrite.Of<ArgumentException>(document).Message, RefusedWrite.Of<ArgumentException>(encoded).Message);
        }
    }

    [Fact]
    public void It_refuses_what_was_never_given_by_its_name()
    {
        TopologyDocument document = TopologyDocument.Of(new Utf8Host(new(default), null, new(new("h"), 1))).Single(other => other.Name == "Qmp");

        Assert.Equal("Root.File", RefusedWrite.Of<ArgumentNullException>(document).ParamName);
    }

    private static Dictionary<string, string> Documents(object topology) =>
        TopologyDocument.Of(topology).ToDictionary(document => document.Name, document => document.Text);

    [FileSource(Format = DiskFormat.Qcow2)]
    public sealed record TextImage(string File);

    [NbdSource(Format = DiskFormat.Raw)]
    public sealed record TextRemote(string Host, int Port);

    [Topology]
    public sealed partial record TextHost([Disk("vda")] TextImage Root, [Serial("vda")] string? Serial, [Disk("vdb")] TextRemote Data);

    [FileSource(Format = DiskFormat.Qcow2)]
    public sealed record Utf8Image(Utf8 File);

    [NbdSource(Format = DiskFormat.Raw)]
    public sealed record Utf8Remote(Utf8 Host, int Port);

    [Topology]
    public sealed partial record Utf8Host([Disk("vda")] Utf8Image Root, [Serial("vda")] Utf8? Serial, [Disk("vdb")] Utf8Remote Data);
}
