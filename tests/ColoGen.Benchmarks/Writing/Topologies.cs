using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Benchmarks.Writing;

#pragma warning disable MA0048 // The topologies share layers; the file is named after all of them.

/// <summary>The smallest: one qcow2 image on virtio.</summary>
[Topology]
public sealed partial record OneDisk([Disk("vda", Bus = DiskBus.Virtio, BootOrder = 1)] Qcow2Image Root)
{
    public static OneDisk Example { get; } = New();

    public static OneDisk New() => new(new Qcow2Image(Texts.Copy("/var/lib/libvirt/images/shop-root.qcow2")));
}

/// <summary>The secondary host of a COLO pair: 6 strings and 4 numbers of run time.</summary>
[Topology]
public sealed partial record Secondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image Parent,
    [Disk("vda", Bus = DiskBus.Virtio), BackingReference("parent0")] VotingRoot Root,
    [BootOrder("vda")] int RootOrder,
    [Serial("vda")] string RootSerial,
    [Disk("vdb", Bus = DiskBus.Virtio)] RemoteImage Data,
    [BootOrder("vdb")] int DataOrder)
{
    public static Secondary Example { get; } = New(Texts.Plain);

    /// <summary>One with texts of its own.</summary>
    public static Secondary New(IReadOnlyList<string> texts)
    {
        string[] own = Texts.Copy(texts);
        return new(new(own[0]), new(1, new(new(own[1], new(own[2])))), 1, own[3], new(own[4], 10809, own[5]), 2);
    }
}

[Quorum(ReadPattern = QuorumReadPattern.Fifo)]
public sealed record VotingRoot(int VoteThreshold, SecondaryReplica Local);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record RemoteImage(string Host, int Port, string Export);

/// <summary>The same host with texts that were encoded once.</summary>
[Topology]
public sealed partial record EncodedSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] EncodedImage Parent,
    [Disk("vda", Bus = DiskBus.Virtio)] EncodedRoot Root,
    [BootOrder("vda")] int RootOrder,
    [Serial("vda")] Utf8 RootSerial,
    [Disk("vdb", Bus = DiskBus.Virtio)] EncodedRemoteImage Data,
    [BootOrder("vdb")] int DataOrder)
{
    public static EncodedSecondary Of(Secondary host) => new(
        new(new(host.Parent.File)),
        new(1, new(new(new(host.Root.Local.Active.File), new(new(host.Root.Local.Active.Backing.File))))),
        1,
        new(host.RootSerial),
        new(new(host.Data.Host), host.Data.Port, new(host.Data.Export)),
        2);
}

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record EncodedImage(Utf8 File);

[FileSource(Format = DiskFormat.Qcow2), BackingReference("parent0")]
public sealed record EncodedHiddenDisk(Utf8 File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record EncodedActiveDisk(Utf8 File, EncodedHiddenDisk Backing);

[Replication(ReplicationMode.Secondary)]
public sealed record EncodedReplica(EncodedActiveDisk Active);

[Quorum(ReadPattern = QuorumReadPattern.Fifo)]
public sealed record EncodedRoot(int VoteThreshold, EncodedReplica Local);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record EncodedRemoteImage(Utf8 Host, int Port, Utf8 Export);

/// <summary>As many images as there are.</summary>
[Topology]
public sealed partial record ManyDisks([Disk("vda", Bus = DiskBus.Virtio)] Images Root)
{
    public static ManyDisks Of(int count) =>
        new(new Images([.. Enumerable.Range(0, count).Select(number => new Qcow2Image($"/var/lib/images/shop-{number:D6}.qcow2"))]));
}

[Quorum(VoteThreshold = 1)]
public sealed record Images(Qcow2Image[] Children);
