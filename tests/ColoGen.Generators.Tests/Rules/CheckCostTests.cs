using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Analyzers;
using ColoGen.Generators.Parsing;
using ColoGen.Generators.Tests.Compiling;
using ColoGen.TestInfrastructure.Declarations;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>What it costs in memory to find nothing wrong, which is exact where times are not.</summary>
public sealed class CheckCostTests
{
    private const string Constants =
        """
        using ColoGen;
        [FileSource(Format = DiskFormat.Raw, File = "/images/base.raw", Size = 1073741824)]
        public sealed record Base;
        [FileSource(Format = DiskFormat.Qcow2, File = "/images/top.qcow2", SecretFile = "/secrets/top", SecretUuid = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
        public sealed record Top(Base Backing);
        [NbdSource(Format = DiskFormat.Raw, Host = "storage.example", Port = 10809, Export = "data", Tls = true, TlsDir = "/etc/pki/qemu")]
        public sealed record Remote;
        [Topology, Domain("shop", MemoryMiB = 512, Vcpus = 2, Machine = "q35")]
        public sealed partial record Host(
            [Disk("vda", Bus = DiskBus.Virtio, BootOrder = 1, Serial = "S1", Cache = DiskCache.None, Io = DiskIo.Native, IoThread = 1)] Top Root,
            [Disk("sda", Wwn = "5000c50015ea71aa", Vendor = "ACME", Product = "DISK", ReadOnly = true)] Remote Data);
        """;

    public static TheoryData<string> Sources => [DeclarationTexts.SecondaryHost("Shop"), Constants];

    /// <summary>The index, and sets that look for what is there twice; rules that find nothing make nothing.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void A_topology_with_all_its_layers_takes_5_kilobytes_at_most(string source)
    {
        Topology topology = DeclaredModels.Of(Compile.Sources(source)).Topologies.Single();
        Assert.Empty(RuleChecker.Check(topology));
        Assert.InRange(Allocated(() => RuleChecker.FirstError(new TopologyContext(topology))), 0, 5 * 1024);
        Assert.InRange(Allocated(() => RuleChecker.Check(topology).Count()), 0, 5 * 1024);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_layer_takes_256_bytes_at_most(string source) => Assert.All(DeclaredModels.Of(Compile.Sources(source)).Layers, layer =>
    {
        Assert.Empty(RuleChecker.Check(layer));
        Assert.InRange(Allocated(() => RuleChecker.Check(layer).Count()), 0, 256);
    });

    /// <summary>Otherwise the time for a project grows with the square of its topologies.</summary>
    [Fact]
    public void A_layer_asks_for_what_is_found_already()
    {
        Compilation compilation = Compile.Sources([.. Enumerable.Range(0, 20).Select(number => DeclarationTexts.SecondaryHost($"Shop{number}"))]);
        var topologies = new CheckedTopologies(CompilationSymbols.Of(compilation), RuleSelection.All);
        IEnumerable<INamedTypeSymbol> layers = topologies.Symbols.Topologies.SelectMany(topology => topology.ContainingNamespace.GetTypeMembers("HiddenDisk"));
        Assert.All(layers, layer => Assert.InRange(Allocated(() => topologies.OfLayer(layer, CancellationToken.None).Count()), 0, 1024));
    }

    private static long Allocated<T>(Func<T> run)
    {
        run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
