using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The names and nodes that span the hosts of a pair.</summary>
internal sealed class PairContext
{
    /// <summary>
    /// Seconds for a connection to the secondary. QEMU connects in its main loop, where the guest waits as well: without an end, a secondary that
    /// hangs would stop the primary for ever.
    /// </summary>
    private const int OpenTimeout = 5;

    private readonly TopologyContext _primary;
    private readonly TopologyContext _secondary;

    public PairContext(Pair pair)
    {
        Pair = pair;
        _primary = new TopologyContext(pair.Primary!);
        _secondary = new TopologyContext(pair.Secondary!);
        Disks = ReplicatedDisk.Of(pair).ToEquatableArray();
    }

    public Pair Pair { get; }

    public EquatableArray<ReplicatedDisk> Disks { get; }

    public bool UsesTls => Disks.Any(disk => disk.Client.Settings.GetBoolean(nameof(NbdSourceAttribute.Tls)));

    /// <summary>The quorum of a disk, on both hosts.</summary>
    public NodeName Root(ReplicatedDisk disk) => NamesOfRoot(disk).Top;

    public NodeName SecondaryDisk(ReplicatedDisk disk) => OnSecondary(disk.SecondaryDisk, disk.SecondaryDisk.Top);

    public NodeName SecondaryReplica(ReplicatedDisk disk) => OnSecondary(disk.Disk.Secondary, disk.SecondaryReplica);

    public NodeName Active(ReplicatedDisk disk) => OnSecondary(disk.Disk.Secondary, disk.Active);

    public NodeName Hidden(ReplicatedDisk disk) => OnSecondary(disk.Disk.Secondary, disk.Hidden);

    /// <summary>The primary's replica, as its topology names it.</summary>
    public BlockTree PrimaryReplica(ReplicatedDisk disk) => BlockGraphBuilder.Build(
        _primary, disk.Disk.Primary, Replica(disk), _primary.NamesOf);

    /// <summary>The replica on a former secondary, whose topology has none.</summary>
    public BlockTree SurvivorReplica(ReplicatedDisk disk) => BlockGraphBuilder.Build(
        _primary, disk.Disk.Secondary, Replica(disk), Below(disk, disk.Replica.Layer, disk.Dev + Naming.SurvivorSuffix));

    /// <summary>A new secondary's disk, before it is replicated to.</summary>
    public BlockTree Mirror(ReplicatedDisk disk) => BlockGraphBuilder.Build(
        _primary, disk.Disk.Primary, Replica(disk).Edges[0].Layer, Below(disk, disk.Client, disk.Dev + Naming.MirrorSuffix));

    /// <summary>The name of the child that QEMU gives a replica: the quorum numbers it after the children that it has.</summary>
    public static string PrimaryChild(ReplicatedDisk disk) => Child(disk.Disk.Primary.Top.Edges.Count - 1);

    public static string SurvivorChild(ReplicatedDisk disk) => Child(disk.Disk.Secondary.Top.Edges.Count);

    public static string MirrorJob(ReplicatedDisk disk) => disk.Dev + Naming.MirrorSuffix;

    private static string Child(int position) => $"{QuorumKind.Kind.Children.KeyOf(position)}.{position}";

    private NodeName OnSecondary(Attachment attachment, Layer layer) => _secondary.NamesOf(attachment, layer).Top;

    private LayerNames NamesOfRoot(ReplicatedDisk disk) => _primary.NamesOf(disk.Disk.Primary, disk.Disk.Primary.Top);

    private Func<Attachment, Layer, LayerNames> Below(ReplicatedDisk disk, Layer top, string tree)
    {
        string[] paths = [.. top.PreOrder().Select(layer => layer.Path)];
        return (_, layer) => Array.IndexOf(paths, layer.Path) is >= 0 and var position
            ? Naming.Of(tree, IndexExpression.Of(position))
            : NamesOfRoot(disk);
    }

    /// <summary>The replica over the pair's address and the secondary's export.</summary>
    private Layer Replica(ReplicatedDisk disk)
    {
        Setting[] settings =
        [
            .. disk.Client.Settings.Where(setting => setting.Name
                is not (nameof(NbdSourceAttribute.Host) or nameof(NbdSourceAttribute.Port) or nameof(NbdSourceAttribute.Export))),
            new Setting(nameof(NbdSourceAttribute.Host), Pair.Settings.Get(nameof(ColoPairAttribute.NbdHost))!),
            new Setting(nameof(NbdSourceAttribute.Port), Pair.Settings.Get(nameof(ColoPairAttribute.NbdPort))!),
            new Setting(nameof(NbdSourceAttribute.Export), new TextConstant(disk.ExportName)),
            new Setting(NbdSourceKind.OpenTimeout, new NumberConstant(OpenTimeout)),
        ];
        Edge edge = disk.Replica.Layer.Edges[0];
        return disk.Replica.Layer with { Edges = [edge with { Layer = disk.Client with { Settings = settings.ToEquatableArray() } }] };
    }
}
