using System.Collections.Immutable;
using System.IO.Pipelines;
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
        { "Qmp", s_topology.WriteQmp },
        { "QmpInverse", s_topology.WriteQmpInverse },
        { "Mermaid", s_topology.WriteMermaid },
        { "Dot", s_topology.WriteDot },
        { "BlockdevArguments", s_topology.WriteBlockdevArguments },
        { "DriveArguments", s_topology.WriteDriveArguments },
    };

    public static TheoryData<string, Func<EveryDocument, Stream, Task>> AsynchronousStreams => new()
    {
        { "TreeXml", (topology, stream) => topology.WriteTreeXmlAsync(stream) },
        { "DomainXml", (topology, stream) => topology.WriteDomainXmlAsync(stream) },
        { "DeviceXml", (topology, stream) => topology.WriteDeviceXmlAsync(stream) },
        { "Qmp", (topology, stream) => topology.WriteQmpAsync(stream) },
        { "QmpInverse", (topology, stream) => topology.WriteQmpInverseAsync(stream) },
        { "Mermaid", (topology, stream) => topology.WriteMermaidAsync(stream) },
        { "Dot", (topology, stream) => topology.WriteDotAsync(stream) },
        { "BlockdevArguments", (topology, stream) => topology.WriteBlockdevArgumentsAsync(stream) },
        { "DriveArguments", (topology, stream) => topology.WriteDriveArgumentsAsync(stream) },
    };

    public static TheoryData<string, Func<EveryDocument, PipeWriter, ValueTask<FlushResult>>> Pipes => new()
    {
        { "TreeXml", (topology, pipe) => topology.WriteTreeXmlAsync(pipe) },
        { "DomainXml", (topology, pipe) => topology.WriteDomainXmlAsync(pipe) },
        { "DeviceXml", (topology, pipe) => topology.WriteDeviceXmlAsync(pipe) },
        { "Qmp", (topology, pipe) => topology.WriteQmpAsync(pipe) },
        { "QmpInverse", (topology, pipe) => topology.WriteQmpInverseAsync(pipe) },
        { "Mermaid", (topology, pipe) => topology.WriteMermaidAsync(pipe) },
        { "Dot", (topology, pipe) => topology.WriteDotAsync(pipe) },
        { "BlockdevArguments", (topology, pipe) => topology.WriteBlockdevArgumentsAsync(pipe) },
        { "DriveArguments", (topology, pipe) => topology.WriteDriveArgumentsAsync(pipe) },
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

    [Theory]
    [MemberData(nameof(AsynchronousStreams))]
    public async Task A_stream_that_is_asynchronous_alone_gets_the_document(string document, Func<EveryDocument, Stream, Task> write)
    {
        using var memory = new MemoryStream();
        await using (var stream = new AsynchronousStream(memory)) await write(s_topology, stream);
        Assert.Equal($"{document} 磁盘 🦊\0", Encoding.UTF8.GetString(memory.ToArray()));
        await Assert.ThrowsAsync<ArgumentNullException>("stream", () => write(s_topology, null!));
    }

    [Theory]
    [MemberData(nameof(Pipes))]
    public async Task A_pipe_gets_the_document_and_is_flushed(string document, Func<EveryDocument, PipeWriter, ValueTask<FlushResult>> write)
    {
        var pipe = new Pipe();
        Assert.False((await write(s_topology, pipe.Writer)).IsCanceled);
        Assert.True(pipe.Reader.TryRead(out ReadResult read));
        Assert.Equal($"{document} 磁盘 🦊\0", Encoding.UTF8.GetString(read.Buffer));
        await Assert.ThrowsAsync<ArgumentNullException>("writer", () => write(s_topology, null!).AsTask());
    }

    [Theory]
    [MemberData(nameof(AsynchronousStreams))]
    public async Task Values_that_break_a_rule_write_nothing(string document, Func<EveryDocument, Stream, Task> write)
    {
        var warning = new TopologyDiagnostic("COLO0107", TopologyDiagnosticSeverity.Warning, "It is relative", "Root.File");
        var error = new TopologyDiagnostic("COLO0120", TopologyDiagnosticSeverity.Error, "It is shared", "Data.File");
        var topology = new EveryDocument { Diagnostics = [warning, error] };
        using var stream = new MemoryStream();
        InvalidTopologyException exception = await Assert.ThrowsAsync<InvalidTopologyException>(() => write(topology, stream));
        Assert.Equal(0, stream.Length);
        Assert.Equal(topology.Diagnostics, exception.Diagnostics);
        Assert.Equal("Data.File", exception.ParamName);
        Assert.Equal($"Data.File: error COLO0120: It is shared (Parameter 'Data.File')", exception.Message);
        await write(new EveryDocument { Diagnostics = [warning] }, stream);
        Assert.StartsWith(document, Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_struct_has_them_too() => Assert.Equal("Dot", new Struct().ToDotString());

    private readonly struct Struct : IDot
    {
        public ImmutableArray<TopologyDiagnostic> Validate() => [];

        public int GetDotMaxByteCount() => 3;

        public bool TryWriteDot(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

        public void WriteDot(System.Buffers.IBufferWriter<byte> writer) => System.Buffers.BuffersExtensions.Write(writer, "Dot"u8);
    }

    /// <summary>A stream such as the body of a response in Kestrel.</summary>
    private sealed class AsynchronousStream(Stream inner) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);
    }
}
