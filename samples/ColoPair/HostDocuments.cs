using System.Buffers;
using System.Text;
using ColoGen;

namespace ColoPair;

/// <summary>The documents of one host, by the names that the command line has for them.</summary>
internal static class HostDocuments
{
    public static IReadOnlyList<string> Names { get; } = ["tree-xml", "domain-xml", "blockdev", "qmp", "drive", "graph"];

    /// <summary>The bytes of a document.</summary>
    public static byte[] Bytes<T>(T host, string name)
        where T : ITreeXml, IDomainXml, IBlockdevArguments, IQmp, IDriveArguments, IMermaid
    {
        host.ThrowIfInvalid();
        var buffer = new ArrayBufferWriter<byte>();
        switch (name)
        {
            case "tree-xml":
                host.WriteTreeXml(buffer);
                break;
            case "domain-xml":
                host.WriteDomainXml(buffer);
                break;
            case "blockdev":
                host.WriteBlockdevArguments(buffer);
                break;
            case "qmp":
                host.WriteQmp(buffer);
                break;
            case "drive":
                host.WriteDriveArguments(buffer);
                break;
            default:
                host.WriteMermaid(buffer);
                break;
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A document as a person reads it: one argument a line instead of NUL.</summary>
    public static string Readable<T>(T host, string name)
        where T : ITreeXml, IDomainXml, IBlockdevArguments, IQmp, IDriveArguments, IMermaid =>
        Encoding.UTF8.GetString(Bytes(host, name)).Replace('\0', '\n').TrimEnd('\n');
}
