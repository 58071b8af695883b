using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Conformance.Tests.Documents.Pairs;

[FileSource(Format = DiskFormat.Qcow2, Index = 9)]
public sealed record PinnedParent(string File);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, Index = 4)]
public sealed record PinnedReplicated(Qcow2File Local, TcpReplica? Replica);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, Index = 4)]
public sealed record PinnedSecondaryRoot(SecondaryReplica Local);

[Topology]
public sealed partial record PinnedPrimary([Disk("vda")] PinnedReplicated Root);

[Topology]
public sealed partial record PinnedSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] PinnedParent Parent,
    [Disk("vda"), BackingReference("parent0", 9)] PinnedSecondaryRoot Root);

/// <summary>A disk whose top layer has a number of its own on both hosts, and so has the secondary disk.</summary>
[ColoPair]
public sealed partial record PinnedPair(
    PinnedPrimary Primary, PinnedSecondary Secondary, QemuVersion Qemu, string NbdHost, int NbdPort, string MigrationHost, int MigrationPort)
{
    public static PinnedPair At(Images at, string prefix = "", int port = 10809) => new(
        new(new(new(at.Qcow2(prefix + "primary")), null)),
        new(new(at.Qcow2(prefix + "parent")), new(new(new(at.Qcow2(prefix + "active"), new(at.Qcow2(prefix + "hidden")))))),
        QemuVersion.Qemu7To10, "127.0.0.1", port, "127.0.0.1", 9998);
}
