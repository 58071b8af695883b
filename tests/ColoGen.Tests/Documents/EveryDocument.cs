using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace ColoGen.Tests.Documents;

/// <summary>A topology whose documents say which they are.</summary>
public sealed class EveryDocument :
    ITreeXml, IDomainXml, IDeviceXml, IBlockdevArguments, IQmp, IQmpInverse, IDriveArguments, IMermaid, IDot
{
    /// <summary>What the rules report.</summary>
    public ImmutableArray<TopologyDiagnostic> Diagnostics { get; init; } = [];

    public ImmutableArray<TopologyDiagnostic> Validate() => Diagnostics;

    public int GetTreeXmlMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteTreeXml(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteTreeXml(IBufferWriter<byte> writer) => Write(writer, "TreeXml");

    public int GetDomainXmlMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteDomainXml(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteDomainXml(IBufferWriter<byte> writer) => Write(writer, "DomainXml");

    public int GetDeviceXmlMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteDeviceXml(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteDeviceXml(IBufferWriter<byte> writer) => Write(writer, "DeviceXml");

    public int GetBlockdevArgumentsMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteBlockdevArguments(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteBlockdevArguments(IBufferWriter<byte> writer) => Write(writer, "BlockdevArguments");

    public int GetQmpMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteQmp(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteQmp(IBufferWriter<byte> writer) => Write(writer, "Qmp");

    public int GetQmpInverseMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteQmpInverse(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteQmpInverse(IBufferWriter<byte> writer) => Write(writer, "QmpInverse");

    public int GetDriveArgumentsMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteDriveArguments(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteDriveArguments(IBufferWriter<byte> writer) => Write(writer, "DriveArguments");

    public int GetMermaidMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteMermaid(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteMermaid(IBufferWriter<byte> writer) => Write(writer, "Mermaid");

    public int GetDotMaxByteCount() => throw new NotSupportedException();

    public bool TryWriteDot(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteDot(IBufferWriter<byte> writer) => Write(writer, "Dot");

    private static void Write(IBufferWriter<byte> writer, string document) => writer.Write(Encoding.UTF8.GetBytes($"{document} 磁盘 🦊\0"));
}
