using System.Collections.Immutable;
using ColoGen.Conformance.Tests.Agreement.Declarations;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] Replications =>
    [
        new("a raw active disk", "COLO0501", Bases.Secondary, Active(active => Reformatted(active with { Below = [] }, "Raw")))
        {
            Message = "Active disk doesn't have backing file",
        },
        new("an active disk over nothing", "COLO0501", Bases.Secondary, Active(active => active with { Below = [] }))
        {
            Message = "Active disk doesn't have backing file",
        },
        new("a qed active disk", "COLO0501", Bases.Secondary, Active(active => Reformatted(active, "Qed"))) { Message = "doesn't support make_empty" },
        new("a raw hidden disk", "COLO0502", Bases.Secondary, Hidden(hidden => Reformatted(hidden with { Reference = null }, "Raw")))
        {
            Message = "Hidden disk doesn't have backing file",
        },
        new("a hidden disk over nothing", "COLO0502", Bases.Secondary, Hidden(hidden => hidden with { Reference = null }))
        {
            Message = "Hidden disk doesn't have backing file",
        },
        new("a qed hidden disk", "COLO0502", Bases.Secondary, Hidden(hidden => Reformatted(hidden, "Qed"))) { Message = "doesn't support make_empty" },
        new("an active disk over the secondary disk", "COLO0503", Bases.Secondary,
            Active(active => active with { Below = [], Reference = active.Below[0].Reference }))
        {
            Message = "Hidden disk doesn't have backing file|The secondary disk doesn't have block backend",
        },
        new("a secondary disk inside the chain", "COLO0504", Bases.Secondary, Hidden(hidden => hidden with
        {
            Reference = null,
            Below = [Raw],
        }))
        {
            Message = "The secondary disk doesn't have block backend",
        },
        new("a primary over an image of its own host", "COLO0505", Bases.Primary, Top(top => top.Change(
            layer => layer.Kind == "Replication", replica => replica with { Below = [Raw] })))
        {
            AcceptedBecause = "QEMU replicates to the image as it would to a secondary, and no secondary has the data",
        },
        new("a secondary disk without an export", "COLO0506", Bases.Secondary, host => host.WithSecond(tree => tree with { Export = null }))
        {
            Message = "The secondary disk doesn't have block backend",
        },
        new("a secondary disk with a read-only export", "COLO0506", Bases.Secondary,
            host => host.WithSecond(tree => tree with { Export = tree.Export!.Remove("Writable") }))
        {
            AcceptedBecause = "the secondary starts, and it is the primary's client that is refused",
        },
        new("a read-only secondary disk", "COLO0507", Bases.Secondary, host => host.WithSecond(tree => tree.With("ReadOnly", "true").WithTop(_ => Raw)))
        {
            Message = "Cannot export read-only node as writable",
        },
        new("a secondary disk below the top", "COLO0508", Bases.Secondary, host => host
            .WithSecond(tree => tree.WithTop(_ => Overlay with { Below = [Raw] }))
            .WithFirst(tree => (tree with { Binding = null }).WithReplica(replica => replica.WithBelow(active =>
                active.WithBelow(hidden => hidden with { Reference = new Reference(host.Second.Dev, 1) })))))
        {
            Message = "The secondary disk doesn't have block backend",
        },
        new("a layer on the tree of a secondary", "COLO0509", Bases.SecondaryHostDisk, host => host with { Trees = host.Trees.Add(OverlayOf(host.First)) })
        {
            Message = "No top_bs or it is invalid",
        },
        new("a secondary disk of another size", "COLO0532", Bases.Secondary,
            host => Active(active => active.With("Size", $"{1 << 20}"))(host.WithSecond(tree => tree.WithTop(_ => Sized(2 << 20)))))
        {
            Message = "length are not the same",
        },
        new("two replicas of one secondary disk", "COLO0510", Bases.Secondary, SecondReplica)
        {
            Message = "is busy: block device is in use by block job: backup",
        },
        new("a secondary that nobody writes", "COLO0511", Bases.Secondary.OnAnyBusButSata(), Disk("ReadOnly", "true")) { Message = "BLK_PERM_WRITE" },
        new("a primary that nobody writes", "COLO0511", Bases.Primary.OnAnyBusButSata(), host => host.WithFirst(tree =>
            tree.With("ReadOnly", "true").WithTop(top => top with { Below = [.. top.Below.Where(layer => layer.Kind == "Replication")] })))
        { AcceptedBecause = "there is nothing to replicate" },
        new("a replica without a quorum", "COLO0512", Bases.Secondary,
            host => host.WithFirst(tree => tree with { Top = tree.Top.PreOrder().First(layer => layer.IsSecondary) }))
        {
            AcceptedBecause = "the pair works until the first failover, after which no new replica can be added",
        },
        new("a secondary below a backing edge", "COLO0513", Bases.Secondary, Top(top =>
            Overlay with { Below = [top.PreOrder().First(layer => layer.IsSecondary)] }))
        {
            Message = "BLK_PERM_WRITE",
        },
        new("a quorum of a secondary below a backing edge", "COLO0513", Bases.Secondary, Top(top =>
            Overlay with { Below = [Layers.Fifo(top.PreOrder().First(layer => layer.IsSecondary))] }))
        {
            Message = "BLK_PERM_WRITE",
        },
        new("a primary below a backing edge", "COLO0513", Bases.Primary, Top(top =>
            Overlay with { Below = [top.PreOrder().First(layer => layer.Kind == "Replication")] }))
        {
            AcceptedBecause = "a backing layer is never written, so that there is nothing to replicate",
        },
        new("a primary and a secondary", "COLO0515", Bases.Secondary, host => host with { Trees = host.Trees.Add(PrimaryDisk) })
        {
            Message = "The parameter mode's value is invalid",
        },
        new("a primary replica that the guest reads", "COLO0516", Bases.Primary, host => host.WithFirst(tree => tree with { Top = tree.Top.Below[1] }))
        {
            AcceptedBecause = "every read fails, and not before the guest reads",
        },
        new("a vote that needs a primary replica", "COLO0516", Bases.Primary, Top(top => top with
        {
            Settings = Settings.Empty.Add("VoteThreshold", "2"),
            Below = top.Below[..2],
        }))
        {
            AcceptedBecause = "every read fails, and not before the guest reads",
        },
        new("a primary replica that is read first", "COLO0514", Bases.Primary, Top(top => top with { Below = top.Below.Reverse().ToImmutableArray() }))
        {
            AcceptedBecause = "each read reports an error of the replica, and then comes from the local disk",
        },
    ];

    private static Layer Raw => Reformatted(new Layer("FileSource", Settings.Empty), "Raw");

    private static Layer Overlay => Reformatted(new Layer("FileSource", Settings.Empty), "Qcow2");

    private static Tree PrimaryDisk =>
        new(false, "vdzz", Settings.Empty, Layers.Fifo(Raw, Layers.Replication("Primary", Raw.With("File", Text(Host.Place + "replica.raw")))));

    /// <summary>A disk that stands on a tree.</summary>
    private static Tree OverlayOf(Tree tree) =>
        new(false, "vdzz", Settings.Empty, Overlay.With("File", Text(Host.Place + "overlay.qcow2")) with { Reference = new Reference(tree.Dev, 0) });

    private static Func<Host, Host> Active(Func<Layer, Layer> change) => host => host.WithFirst(tree => tree.WithReplica(replica => replica.WithBelow(change)));

    private static Func<Host, Host> Hidden(Func<Layer, Layer> change) => Active(active => active.WithBelow(change));

    /// <summary>A second root over another active and hidden disk, and the same secondary disk.</summary>
    private static Host SecondReplica(Host host)
    {
        Layer hidden = Overlay.With("File", Text(Host.Place + "hidden.qcow2")) with { Reference = new Reference(host.Second.Dev, 0) };
        Layer active = Overlay.With("File", Text(Host.Place + "active.qcow2")) with { Below = [hidden] };
        return host with { Trees = host.Trees.Add(new Tree(false, "vdzz", Settings.Empty, Layers.Fifo(Layers.Replication("Secondary", active)))) };
    }
}
