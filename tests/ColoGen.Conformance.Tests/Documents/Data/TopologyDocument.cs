using System.Buffers;
using System.Text;

namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>One document of one topology, whatever its kind.</summary>
public sealed record TopologyDocument(
    string Name, Func<int> GetMaxByteCount, TryWriteDocument TryWrite, Action<IBufferWriter<byte>> Write)
{
    /// <summary>Every document that the topology has.</summary>
    public static IReadOnlyList<TopologyDocument> Of(object topology)
    {
        List<TopologyDocument> documents = [];
        if (topology is ITreeXml tree) documents.Add(new("TreeXml", tree.GetTreeXmlMaxByteCount, tree.TryWriteTreeXml, tree.WriteTreeXml));
        if (topology is IDomainXml domain) documents.Add(new("DomainXml", domain.GetDomainXmlMaxByteCount, domain.TryWriteDomainXml, domain.WriteDomainXml));
        if (topology is IDeviceXml devices)
        {
            documents.Add(new("DeviceXml", devices.GetDeviceXmlMaxByteCount, devices.TryWriteDeviceXml, devices.WriteDeviceXml));
        }

        if (topology is IBlockdevArguments blockdev)
        {
            documents.Add(
                new("BlockdevArguments", blockdev.GetBlockdevArgumentsMaxByteCount, blockdev.TryWriteBlockdevArguments, blockdev.WriteBlockdevArguments));
        }

        if (topology is IQmp qmp) documents.Add(new("Qmp", qmp.GetQmpMaxByteCount, qmp.TryWriteQmp, qmp.WriteQmp));
        if (topology is IQmpInverse inverse)
        {
            documents.Add(new("QmpInverse", inverse.GetQmpInverseMaxByteCount, inverse.TryWriteQmpInverse, inverse.WriteQmpInverse));
        }

        if (topology is IDriveArguments drive)
        {
            documents.Add(new("DriveArguments", drive.GetDriveArgumentsMaxByteCount, drive.TryWriteDriveArguments, drive.WriteDriveArguments));
        }

        if (topology is IMermaid mermaid) documents.Add(new("Mermaid", mermaid.GetMermaidMaxByteCount, mermaid.TryWriteMermaid, mermaid.WriteMermaid));
        if (topology is IDot dot) documents.Add(new("Dot", dot.GetDotMaxByteCount, dot.TryWriteDot, dot.WriteDot));
        return documents;
    }

    /// <summary>Every document that the topology of the case has.</summary>
    public static IReadOnlyList<TopologyDocument> Of(TopologyCase item) => Of(item.Make(Images.Nowhere));

    /// <summary>The document as a text.</summary>
    public string Text
    {
        get
        {
            ArrayBufferWriter<byte> buffer = new();
            Write(buffer);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    public override string ToString() => Name;
}

public delegate bool TryWriteDocument(Span<byte> utf8Destination, out int bytesWritten);
