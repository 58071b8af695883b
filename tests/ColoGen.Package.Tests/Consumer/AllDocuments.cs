// C# 11 without implicit usings: projects outside the solution compile this file as well.

using System.IO;
using System.Text;
using ColoGen;

namespace ColoPair;

/// <summary>Prints every document of both hosts.</summary>
public static class AllDocuments
{
    /// <summary>Prints them, each under a line with its host and its name.</summary>
    public static void Print(Stream output)
    {
        Print(
            new PrimaryHost(
                new PrimaryRoot(
                    new Qcow2Image("/images/it's a <primary> & \"more\", 主.qcow2"),
                    new PrimaryReplica(new SecondaryExport("192.0.2.2", 10809))),
                DomainType.Kvm),
            output);
        Print(
            new SecondaryHost(
                new Qcow2Image("/images/parent 1,2.qcow2"),
                new SecondaryRoot(new SecondaryReplica(new ActiveDisk("/images/active\\🦆.qcow2", new HiddenDisk("/images/hidden.qcow2")))),
                DomainType.Qemu),
            output);
    }

    private static void Print<T>(T host, Stream output)
        where T : ITreeXml, IDomainXml, IBlockdevArguments, IQmp, IQmpInverse, IDriveArguments, IMermaid, IDot
    {
        Title("TreeXml");
        host.WriteTreeXml(output);
        Title("DomainXml");
        host.WriteDomainXml(output);
        Title("BlockdevArguments");
        host.WriteBlockdevArguments(output);
        Title("Qmp");
        host.WriteQmp(output);
        Title("QmpInverse");
        host.WriteQmpInverse(output);
        Title("DriveArguments");
        host.WriteDriveArguments(output);
        Title("Mermaid");
        host.WriteMermaid(output);
        Title("Dot");
        host.WriteDot(output);

        void Title(string document) => output.Write(Encoding.UTF8.GetBytes($"\n== {typeof(T).Name} {document}\n"));
    }
}
