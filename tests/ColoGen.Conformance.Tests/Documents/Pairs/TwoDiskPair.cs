using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Conformance.Tests.Documents.Pairs;

[NbdSource(Format = DiskFormat.Raw)]
public sealed record TcpExport(string Host, int Port);

[Replication(ReplicationMode.Primary)]
public sealed record TcpReplica(TcpExport Remote);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record RawReplicated(RawFile Local, TcpReplica? Replica);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record MirroredReplicated(Qcow2File Local, Qcow2File Copy, TcpReplica? Replica);

[Topology]
public sealed partial record TwoDiskPrimary([Disk("vda")] RawReplicated Root, [Disk("vdb")] MirroredReplicated Data);

[Topology]
public sealed partial record TwoDiskSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] RawFile RootParent,
    [HostDisk("parent1"), NbdExport(Writable = true, Name = "data")] Qcow2File DataParent,
    [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root,
    [Disk("vdb"), BackingReference("parent1")] SecondaryRoot Data);

/// <summary>Two disks, of which the second is local twice on the primary.</summary>
[ColoPair]
public sealed partial record TwoDiskPair(
    TwoDiskPrimary Primary, TwoDiskSecondary Secondary,
    QemuVersion Qemu, string NbdHost, int NbdPort, string MigrationHost, int MigrationPort, long? CheckpointDelay)
{
    public static TwoDiskPair At(Images at, QemuVersion qemu = QemuVersion.Qemu7To10, string host = "127.0.0.1", int port = 10809) => new(
        new(new(new(at.Raw("primary0")), null), new(new(at.Qcow2("primary1")), new(at.Qcow2("primary2")), null)), SecondaryAt(at, ""),
        qemu, host, port, host, 9998, 500);

    public static TwoDiskSecondary SecondaryAt(Images at, string name) => new(
        new(at.Raw($"parent0{name}")),
        new(at.Qcow2($"parent1{name}")),
        new(new(new(at.Qcow2($"active0{name}"), new(at.Qcow2($"hidden0{name}"))))),
        new(new(new(at.Qcow2($"active1{name}"), new(at.Qcow2($"hidden1{name}"))))));
}
