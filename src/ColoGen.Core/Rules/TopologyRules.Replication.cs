using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_activeDisk = new(
        "COLO0501", "The active disk is not a qcow2 image with a backing layer", "The active disk '{1}' of '{0}' {2}", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfLayer = layer => Active(layer) is { } active && Buffer(active) is { } reason
            ? [new Finding(layer.Edges[0].Source.Path, layer.TypeName, active.TypeName, reason) { Related = new Place(active.Path, "Format") }]
            : [],
    };

    private static readonly Rule s_hiddenDisk = new(
        "COLO0502", "The hidden disk is not a qcow2 image with a backing layer", "The hidden disk '{1}' under '{0}' {2}", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfLayer = layer => Active(layer) is { } active && Buffer(active) is null && Hidden(layer) is { } hidden && Buffer(hidden) is { } reason
            ? [new Finding(layer.Edges[0].Source.Path, layer.TypeName, hidden.TypeName, reason) { Related = new Place(hidden.Path, "Format") }]
            : [],
    };

    private static readonly Rule s_noHiddenDisk = new(
        "COLO0503", "The active disk stands on the secondary disk itself", "The active disk '{1}' of '{0}' has a reference where the hidden disk should be: QEMU keeps the old data there until a checkpoint", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfLayer = layer => Active(layer) is { Reference: not null, Edges.Count: 0 } active && Buffer(active) is null
            ? [new Finding(layer.Edges[0].Source.Path, layer.TypeName, active.TypeName) { Related = new Place(active.Path, "BackingReference.Dev") }]
            : [],
    };

    private static readonly Rule s_inlineSecondary = new(
        "COLO0504", "The secondary disk is declared inside the chain", "The hidden disk '{1}' under '{0}' stands on '{2}' itself, which QEMU opens read-only and can't export: declare it as a [HostDisk] and refer to it", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfLayer = layer => Hidden(layer) is { Edges.Count: 1 } hidden && Buffer(hidden) is null
            ? [new Finding(layer.Edges[0].Source.Path, layer.TypeName, hidden.TypeName, hidden.Edges[0].Layer.TypeName) { Related = hidden.Edges[0].Source.Path }]
            : [],
    };

    private static readonly Rule s_primaryOverLocal = new(
        "COLO0505", "A primary replica that is not over NBD", "'{0}' is a primary replica over '{1}', which is on this host: nothing would reach the secondary, so use an [NbdSource]", RuleSeverity.Warning, RuleCategory.Replication)
    {
        OfLayer = layer => layer.IsReplication("Primary") && layer.Edges.Count == 1 && layer.Edges[0].Layer is var below
            && Written(below).Any() && Written(below).All(source => source.Kind is "FileSource" or "BlockSource")
            ? [new Finding(layer.Edges[0].Source.Path, layer.TypeName, below.TypeName)]
            : [],
    };

    private static readonly Rule s_notExported = new(
        "COLO0506", "The secondary disk is not exported", "'{0}' replicates to '{1}', which has no [NbdExport(Writable = true)]: QEMU can't start the replication, or the primary can't write", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfBackingReference = (_, overlay) => overlay is { Replication: { } replication, Disk: { IsHostDisk: true, IsExportedWritable: false } disk }
            ? [new Finding(disk.Export is null ? disk.Path : new Place(disk.Path, "NbdExport.Writable"), replication.TypeName, disk.Dev)
            {
                Related = replication.Path,
                Fixes = [new Fix("NbdExport.Writable", "true")],
            }]
            : [],
    };

    private static readonly Rule s_readOnlySecondary = new(
        "COLO0507", "The secondary disk is read-only", "'{0}' replicates to '{1}', which is read-only: take ReadOnly or DiskDevice.Cdrom away", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfBackingReference = (_, overlay) => overlay is { Replication: { } replication, Disk: { IsReadOnly: true } disk }
            ? [new Finding(new Place(disk.Path, disk.Settings.GetBoolean("ReadOnly") ? "ReadOnly" : "Device"), replication.TypeName, disk.Dev)
            {
                Related = replication.Path,
                Fixes = disk.Settings.GetBoolean("ReadOnly") ? [new Fix("ReadOnly", null)] : [],
            }]
            : [],
    };

    private static readonly Rule s_notTheTop = new(
        "COLO0508", "The secondary disk is not the top of its tree", "'{0}' replicates to layer {2} of '{1}', and only its top, layer 0, is exported", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfBackingReference = (_, overlay) => overlay is { Replication: { } replication, Disk: { } disk, Backing: not null, Reference.Index: not 0 and var number }
            ? [new Finding(PlaceOfDev(overlay) with { Argument = "BackingReference.Index" }, replication.TypeName, disk.Dev, Text(number))
            {
                Related = disk.Path,
                Fixes = [new Fix("BackingReference.Index", "0")],
            }]
            : [],
    };

    private static readonly Rule s_standsOnReplica = Written(
        "COLO0509", "A layer stands on a tree with a secondary replica", "'{0}' at '{1}' stands on '{2}', which has the replica '{3}': nothing may stand on the tree of a replica, so let it stand on the secondary disk's own base", NodeWriterKind.Replication, RuleCategory.Replication);

    private static readonly Rule s_twoUsers = new(
        "COLO0510", "Two replicas use one secondary disk", "'{0}' at '{1}' replicates to '{2}', which '{3}' replicates to already: give each its own", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfTopology = index => index.BackingReferences.All.Any(static overlay => overlay.Replication is { } replication && IsInList(replication))
            ? index.BackingReferences.All.Where(overlay => overlay.Replication is not null).GroupBy(SecondaryDisk).SelectMany(group => TwoUsers([.. group]))
            : Findings.OfRepeated(index, index.BackingReferences.All, SecondaryDisk, static (_, group) => TwoUsers(group)),
    };

    private static readonly Rule s_readOnlyReplication = new(
        "COLO0511", "A replica that nobody writes", "'{0}' is read-only, and has the replica '{1}': the QEMU of a secondary aborts when replication starts, and a primary replicates nothing", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfOpened = opened => opened is { Layer: { Kind: "Replication" } replica, Attachment: { IsReadOnly: true } attachment }
            ? [new Finding(new Place(attachment.Path, "ReadOnly"), attachment.Dev, replica.TypeName) { Related = replica.Path, Fixes = [new Fix("ReadOnly", null)] }]
            : [],
    };

    private static readonly Rule s_noQuorum = new(
        "COLO0512", "A replica without a quorum above it", "'{0}' has the replica '{1}' at its top: after a failover it can't take a new replica; put a fifo [Quorum] over it", RuleSeverity.Info, RuleCategory.Replication)
    {
        OfAttachment = (_, disk) => !disk.IsHostDisk && disk.Top.IsReplication("Secondary") ? [new Finding(new Place(disk.Path, "Dev"), disk.Dev, disk.Top.TypeName)] : [],
    };

    private static readonly Rule s_replicaBelow = new(
        "COLO0513", "A replica below a backing edge", "'{1}' is the backing of '{0}', where nobody writes to it: replicas belong under the quorum", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfLayer = layer => LayerKinds.Get(layer.Kind).IsSource
            ? Findings.OfEach(layer, layer.Edges, static (layer, edge) =>
                edge.Layer.Kind == "Replication" ? new Finding(edge.Source.Path, layer.TypeName, edge.Layer.TypeName) : null)
            : [],
    };

    private static readonly Rule s_readsReplica = new(
        "COLO0514", "A quorum that reads a primary replica", "'{0}' reads '{1}', which only takes writes, so QEMU reports an error at every read: use ReadPattern = Fifo, and put the replica after the local disk", RuleSeverity.Warning, RuleCategory.Replication)
    {
        OfLayer = layer => layer.Kind == "Quorum" && CanBeRead(layer)
            ? Findings.OfEach(layer, layer.Edges, static (layer, edge) =>
                edge.Layer.IsReplication("Primary") && (!IsFifo(layer) || ReferenceEquals(edge, layer.Edges[0]))
                    ? new Finding(edge.Source.Path, layer.TypeName, edge.Layer.TypeName)
                    : null)
            : [],
    };

    private static readonly Rule s_bothSides = new(
        "COLO0515", "A host is a primary and a secondary at once", "'{0}' at '{1}' is a primary replica and '{2}' a secondary's, and QEMU starts every replication of a host as the one or the other: make the primary's property nullable, and give it after the failover", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfTopology = index => AlwaysThere(index, "Primary") is { } primary && AlwaysThere(index, "Secondary") is { } secondary
            ? [new Finding(primary.Attachment.Path, primary.Layer.TypeName, primary.Layer.Path, secondary.Layer.Path)
            {
                Related = secondary.Layer.Path,
            }]
            : [],
    };

    private static readonly Rule s_onlyTakesWrites = new(
        "COLO0516", "What only takes writes is read", "'{0}' can't be read: {1}", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfLayer = layer => layer.Kind == "Quorum" && !CanBeRead(layer)
            ? [new Finding(new Place(layer.Path, "VoteThreshold"), layer.TypeName, "a primary replica only takes writes, and the other children are fewer than it reads")
            {
                Related = layer.Edges.First(edge => edge.Layer.IsReplication("Primary")).Source.Path,
            }]
            : [],
        OfAttachment = (_, disk) => !disk.IsHostDisk && disk.Top.IsReplication("Primary") && disk.Top.Edges.Count == 1
            ? [new Finding(disk.Path, disk.Path, $"its top '{disk.Top.TypeName}' is a primary replica, which only takes writes: put it after a local disk under a fifo [Quorum]")
            {
                Related = disk.Top.Path,
            }]
            : [],
        OfBackingReference = (index, overlay) => overlay.Backing is { Edges.Count: 1 } backing && backing.IsReplication("Primary") && index.BackingReferences.Stands(overlay)
            ? [new Finding(
                PlaceOfDev(overlay), overlay.Layer.TypeName, $"it stands on '{overlay.Reference.Dev}', a primary replica, which only takes writes: refer to an image")
            {
                Related = backing.Path,
            }]
            : [],
    };

    /// <summary>The first replica that no missing value can leave out.</summary>
    private static OpenedLayer? AlwaysThere(TopologyContext index, string mode)
    {
        foreach (OpenedLayer opened in index.Opened)
        {
            if (opened.Layer.Access.Scope == Access.Topology && opened.Layer.IsReplication(mode)) return opened;
        }

        return null;
    }

    /// <summary>Whether a quorum gets an answer without its primary replicas. One that asks for more children than it has is wrong in any case.</summary>
    private static bool CanBeRead(Layer quorum)
    {
        int readable = 0;
        foreach (Edge edge in quorum.Edges)
        {
            if (edge.Layer.IsReplication("Primary")) continue;
            if (edge.Kind == EdgeKind.List) return true;
            readable++;
        }

        long needed = IsFifo(quorum) ? 1 : Threshold(quorum) ?? 1;
        return readable == quorum.Edges.Count || needed > quorum.Edges.Count || readable >= needed;
    }

    /// <summary>The sources that take what is written to a layer.</summary>
    private static IEnumerable<Layer> Written(Layer layer) =>
        LayerKinds.Find(layer.Kind) is { IsSource: false } ? layer.Edges.SelectMany(edge => Written(edge.Layer)) : [layer];

    /// <summary>Whether a layer is there once for each item of a list.</summary>
    private static bool IsInList(Layer layer) => layer.Path.Contains("[]");

    /// <summary>The path of the disk that a hidden disk stands on.</summary>
    private static string? SecondaryDisk(BackingReference overlay) => overlay.Replication is null ? null : overlay.Disk!.Path;

    /// <summary>What is wrong with hidden disks that stand on one disk.</summary>
    private static IEnumerable<Finding> TwoUsers(IReadOnlyList<BackingReference> hidden)
    {
        Layer first = hidden[0].Replication!;
        return hidden.Skip(IsInList(first) ? 0 : 1).Select(overlay => new Finding(
            new Place(overlay.Attachment.Path, "Dev"), overlay.Replication!.TypeName, overlay.Replication.Path, overlay.Disk!.Dev, first.Path)
        {
            Related = first.Path,
        });
    }

    private static Layer? Active(Layer layer) => layer.IsReplication("Secondary") && layer.Edges.Count == 1 ? layer.Edges[0].Layer : null;

    private static Layer? Hidden(Layer layer) => Active(layer) is { Edges.Count: 1 } active && Buffer(active) is null ? active.Edges[0].Layer : null;

    /// <summary>Why a layer can't buffer what replication puts into it.</summary>
    private static string? Buffer(Layer layer) => layer switch
    {
        { Kind: "Quorum" or "Replication" } => "is no image: QEMU wants a qcow2 layer there",
        { Format: null or "" } => null,
        { Format: not "Qcow2" } => "is not qcow2, the only format that QEMU can empty at a checkpoint",
        { Edges.Count: 0, Reference: null } => "has no backing layer",
        { Edges: [{ Kind: EdgeKind.Optional }] } => "has a backing layer that may be absent",
        _ => null,
    };
}
