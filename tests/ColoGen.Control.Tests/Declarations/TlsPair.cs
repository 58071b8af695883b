using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests;

#pragma warning disable MA0048 // One layer is a few lines; the file is named after all of them.

// The folder "pki" in the working directory of each QEMU.
[NbdSource(Format = DiskFormat.Raw, Tls = true, TlsDir = "/proc/self/cwd/pki")]
public sealed partial record TlsExport(string Host, int Port, string Export);

[Replication(ReplicationMode.Primary)]
public sealed partial record TlsReplica(TlsExport Remote);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record TlsRoot(Qcow2Image Local, TlsReplica? Replica);

[Topology]
public sealed partial record TlsPrimary([Disk("hda", Bus = DiskBus.Ide)] TlsRoot Root);

[ColoPair]
public sealed partial record TlsPair(
    TlsPrimary Primary,
    OneDiskSecondary Secondary,
    QemuVersion Qemu,
    string NbdHost,
    int NbdPort,
    string MigrationHost,
    int MigrationPort,
    long? CheckpointDelay);
