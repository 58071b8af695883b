using ColoGen;

namespace Pairs;

[FileSource(Format = DiskFormat.Qcow2, Size = 1L << 30)]
public sealed partial record Image(string File);

[FileSource(Format = DiskFormat.Raw)]
public sealed partial record Plain(string File, long Size);

[FileSource(Format = DiskFormat.Qcow2), BackingReference]
public sealed partial record Hidden(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record Active(string File, Hidden Backing);

[Replication(ReplicationMode.Secondary)]
public readonly partial record struct Local(Active Active);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record SecondaryRoot(Local Local);

[NbdSource(Format = DiskFormat.Raw, Tls = true, TlsDir = "/pki", TlsHostname = "secondary")]
public readonly partial record struct Remote(string Host, int Port, string? Export);

[Replication(ReplicationMode.Primary, Index = 7)]
public readonly partial record struct Replica(Remote Source);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record PrimaryRoot(Image Local, Image Other, Replica? Replica);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record PrimaryData<TImage>(TImage Local, Replica? Replica);

[Topology, Domain(MemoryMiB = 512)]
public sealed partial record Primary(
    string Name,
    [Disk("vda", BootOrder = 1)] PrimaryRoot Root,
    [Disk("vdb")] PrimaryData<Plain> Data,
    [Disk("sda", Device = DiskDevice.Cdrom)] Image? Tools,
    [Serial("vda")] string Serial);

[Topology, Domain(MemoryMiB = 512)]
public partial record struct Secondary(
    string Name,
    [HostDisk("parent0"), NbdExport(Writable = true, Name = "root \"disk\"")] Image Parent,
    [HostDisk("parent1"), NbdExport(Writable = true)] Plain Other,
    [Disk("vda", BootOrder = 1), BackingReference("parent0")] SecondaryRoot Root,
    [Disk("vdb"), BackingReference("parent1")] SecondaryRoot Data,
    [Disk("sda", Device = DiskDevice.Cdrom)] Image? Tools,
    [Serial("vda")] string? Serial);

[ColoPair(NbdHost = "::1", NbdPort = 10809, MigrationHost = "[::1]", MigrationPort = 9998, CheckpointDelay = 0, Qemu = QemuVersion.Qemu11)]
public sealed partial record ConstantPair(Primary Primary, Secondary Secondary);

public partial class Around<T>
{
    [ColoPair]
    internal partial record struct RunTimePair(
        Primary Primary, Secondary Secondary, string NbdHost, ushort NbdPort, string MigrationHost, int MigrationPort, uint? CheckpointDelay, QemuVersion Qemu);
}
