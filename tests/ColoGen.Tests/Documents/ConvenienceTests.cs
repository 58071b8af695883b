using System.Text;

namespace ColoGen.Tests.Documents;

/// <summary>A document as a stream, a string or a list of arguments.</summary>
public sealed class ConvenienceTests
{
    private static readonly EveryDocument s_topology = new();

    public static TheoryData<string, string> Strings => new()
    {
        { "TreeXml", s_topology.ToTreeXmlString() },
        { "DomainXml", s_topology.ToDomainXmlString() },
        { "DeviceXml", s_topology.ToDeviceXmlString() },
        { "QemuXml", s_topology.ToQemuXmlString() },
        { "Qmp", s_topology.ToQmpString() },
        { "QmpInverse", s_topology.ToQmpInverseString() },
        { "Mermaid", s_topology.ToMermaidString() },
        { "Dot", s_topology.ToDotString() },
        { "BlockdevArguments", string.Join('\0', s_topology.GetBlockdevArguments()) },
        { "DriveArguments", string.Join('\0', s_topology.GetDriveArguments()) },
    };

    public static TheoryData<string, Action<Stream>> Streams => new()
    {
        { "TreeXml", s_topology.WriteTreeXml },
        { "DomainXml", s_topology.WriteDomainXml },
        { "DeviceXml", s_topology.WriteDeviceXml },
        { "QemuXml", s_topology.WriteQemuXml },
        { "Qmp", s_topology.WriteQmp },
        { "QmpInverse", s_topology.WriteQmpInverse },
        { "Mermaid", s_topology.WriteMermaid },
        { "Dot", s_topology.WriteDot },
        { "BlockdevArguments", s_topology.WriteBlockdevArguments },
        { "DriveArguments", s_topology.WriteDriveArguments },
    };

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_string_is_the_document(string document, string text) =>
        Assert.Equal($"{document} 磁盘 🦊\0", document.EndsWith("Arguments", StringComparison.Ordinal) ? text + '\0' : text);

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_stream_gets_the_document_behind_what_it_has(string document, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)'>');
        write(stream);
        Assert.Equal($">{document} 磁盘 🦊\0", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_stream_that_is_null_is_refused(string document, Action<Stream> write) =>
        Assert.True(Assert.Throws<ArgumentNullException>(() => write(null!)).ParamName == "stream", document);

    [Fact]
    public void A_struct_has_them_too() => Assert.Equal("Dot", new Struct().ToDotString());

    private readonly struct Struct : IDot
    {
        public int GetDotMaxByteCount() => 3;

        public bool TryWriteDot(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

        public void WriteDot(System.Buffers.IBufferWriter<byte> writer) => System.Buffers.BuffersExtensions.Write(writer, "Dot"u8);
    }
}
