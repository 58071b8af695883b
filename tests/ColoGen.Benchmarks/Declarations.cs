using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks;

/// <summary>Compilations with many topologies, each with layers of its own.</summary>
internal static class Declarations
{
    private static readonly MetadataReference[] s_references = [.. References()];

    /// <summary>A COLO secondary, 12 members in all its layers, in a namespace and file of its own.</summary>
    public static CSharpCompilation Compilation(int topologies) => CSharpCompilation.Create(
        "Declarations",
        Enumerable.Range(0, topologies).Select(number => CSharpSyntaxTree.ParseText(Source(number), path: $"Host{number}.cs")),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string Source(int number) =>
        $$"""
        using ColoGen;
        namespace Shop{{number}};
        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed partial record Qcow2Image(string File);
        [FileSource(Format = DiskFormat.Qcow2), BackingReference("parent0")]
        public sealed partial record HiddenDisk(string File);
        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed partial record ActiveDisk(string File, HiddenDisk Backing);
        [Replication(ReplicationMode.Secondary)]
        public sealed partial record SecondaryReplica(ActiveDisk Active);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
        public sealed partial record SecondaryRoot(SecondaryReplica Local);
        [Topology, Domain("host{{number}}")]
        public sealed partial record SecondaryHost(
            [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image Parent,
            [Disk("vda", BootOrder = 1)] SecondaryRoot Root,
            [Disk("vdb")] Qcow2Image Data,
            [Serial("vda")] string? RootSerial,
            int MemoryMiB,
            int Vcpus);
        """;

    private static IEnumerable<MetadataReference> References()
    {
        string pack = typeof(Declarations).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ReferencePack").Value!;
        return Directory.GetFiles(pack, "*.dll").Append(typeof(TopologyAttribute).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path));
    }
}
