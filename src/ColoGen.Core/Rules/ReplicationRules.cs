using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO05xx: replication on a host, and between the hosts of a pair.</summary>
internal static class ReplicationRules
{
    /// <summary>The settings of a domain that both hosts of a migration must share, with their defaults.</summary>
    private static readonly (string Name, string Default)[] s_migrated =
    [
        (nameof(DomainAttribute.Machine), DomainDefaults.Machine),
        (nameof(DomainAttribute.MemoryMiB), DomainDefaults.MemoryMiB.ToText()),
        (nameof(DomainAttribute.Vcpus), DomainDefaults.Vcpus.ToText()),
        (nameof(DomainAttribute.Type), DomainDefaults.Type.ToString()),
    ];

    public static Rule ActiveDisk { get; } = new(
        "COLO0501",
        "Active disk must be qcow2 with backing",
        "The active disk '{1}' of '{0}' {2}",
        RuleSeverity.Error)
    {
        OfLayer = layer => SecondaryChain.ActiveDisk(layer) is { } active && SecondaryChain.BufferProblem(active) is { } reason
            ? [BufferResult(layer, active, reason)]
            : [],
    };

    public static Rule HiddenDisk { get; } = new(
        "COLO0502",
        "Hidden disk must be qcow2 with backing",
        "The hidden disk '{1}' under '{0}' {2}",
        RuleSeverity.Error)
    {
        OfLayer = layer => SecondaryChain.HiddenDisk(layer) is { } hidden && SecondaryChain.BufferProblem(hidden) is { } reason
            ? [BufferResult(layer, hidden, reason)]
            : [],
    };

    public static Rule MissingHiddenDisk { get; } = new(
        "COLO0503",
        "Missing hidden disk below the active disk",
        "The active disk '{1}' of '{0}' has a reference where the hidden disk should be: QEMU keeps the old data there until a checkpoint",
        RuleSeverity.Error)
    {
        OfLayer = layer => SecondaryChain.ActiveDisk(layer) is { Reference: not null, Edges.Count: 0 } active && SecondaryChain.BufferProblem(active) is null
            ? [new RuleResult(layer.Edges[0].Source.Path, layer.TypeName, active.TypeName)
            {
                Related = Place.Of<BackingReferenceAttribute>(active.Path, nameof(BackingReferenceAttribute.Dev)),
            }]
            : [],
    };

    public static Rule InlineSecondaryDisk { get; } = new(
        "COLO0504",
        "Secondary disk declared inside the chain",
        "The hidden disk '{1}' under '{0}' contains its backing '{2}', which QEMU opens read-only and can't export: declare it as a [HostDisk] and refer to it",
        RuleSeverity.Error)
    {
        OfLayer = layer => SecondaryChain.HiddenDisk(layer) is { Edges.Count: 1 } hidden && SecondaryChain.BufferProblem(hidden) is null
            ? [new RuleResult(layer.Edges[0].Source.Path, layer.TypeName, hidden.TypeName, hidden.Edges[0].Layer.TypeName)
            {
                Related = hidden.Edges[0].Source.Path,
            }]
            : [],
    };

    public static Rule LocalPrimaryReplica { get; } = new(
        "COLO0505",
        "Primary replica without NBD source",
        "'{0}' is a primary replica over '{1}', which is on this host: nothing would reach the secondary, so use an [NbdSource]",
        RuleSeverity.Warning)
    {
        OfLayer = layer => layer.IsReplication(ReplicationMode.Primary) && layer.Edges.Count == 1 && IsLocal(layer.Edges[0].Layer)
            ? [new RuleResult(layer.Edges[0].Source.Path, layer.TypeName, layer.Edges[0].Layer.TypeName)]
            : [],
    };

    public static Rule SecondaryDiskNotExported { get; } = new(
        "COLO0506",
        "Secondary disk without writable NBD export",
        "'{0}' replicates to '{1}', which has no [NbdExport(Writable = true)]: QEMU can't start the replication, or the primary can't write",
        RuleSeverity.Error)
    {
        OfBackingReference = (_, reference) => reference is { Replication: { } replication, Disk: { IsHostDisk: true, IsExportedWritable: false } disk }
            ? [new RuleResult(
                disk.Export is null ? disk.Path : Place.Of<NbdExportAttribute>(disk.Path, nameof(NbdExportAttribute.Writable)), replication.TypeName, disk.Dev)
            {
                Related = replication.Path,
                Fixes = [new Fix(AttributeName.ArgumentOf<NbdExportAttribute>(nameof(NbdExportAttribute.Writable)), true)],
            }]
            : [],
    };

    public static Rule ReadOnlySecondaryDisk { get; } = new(
        "COLO0507",
        "Read-only secondary disk",
        "'{0}' replicates to '{1}', which is read-only: remove ReadOnly or DiskDevice.Cdrom",
        RuleSeverity.Error)
    {
        OfBackingReference = (_, reference) => reference is { Replication: { } replication, Disk: { IsReadOnly: true } disk }
            ? [ReadOnlySecondary(replication, disk, isDeclared: disk.Settings.GetBoolean(nameof(DiskAttribute.ReadOnly)))]
            : [],
    };

    public static Rule SecondaryDiskNotTop { get; } = new(
        "COLO0508",
        "Secondary disk is not the top layer",
        "'{0}' replicates to layer {2} of '{1}', and only its top layer is exported",
        RuleSeverity.Error)
    {
        OfBackingReference = (_, reference) =>
            reference is { Replication: { } replication, Disk: { } disk, Backing: not null, IsToTop: false }
                ? [new RuleResult(ReferenceRules.PlaceOfIndex(reference), replication.TypeName, disk.Dev, reference.Reference.Index.ToText())
                {
                    Related = disk.Path,
                    Fixes = [ReferenceRules.FixOfIndex(0)],
                }]
                : [],
    };

    public static Rule BackingInReplicatedTree { get; } = ReferenceRules.ForWriter(
        "COLO0509",
        "Backing reference to a replicated tree",
        "'{0}' at '{1}' has a backing in '{2}', which has the replica '{3}': " +
        "no other layer may use what a replica may write to, so refer to another image",
        NodeWriterKind.Replication);

    public static Rule SharedSecondaryDisk { get; } = new(
        "COLO0510",
        "Secondary disk shared by two replicas",
        "'{0}' at '{1}' replicates to '{2}', which '{3}' replicates to already: give each its own",
        RuleSeverity.Error)
    {
        OfTopology = context => MayShareSecondaryDisk(context.BackingReferences.All) ? SharedSecondaryDisks(context.BackingReferences.All) : [],
    };

    public static Rule ReadOnlyReplication { get; } = new(
        "COLO0511",
        "Replication on a read-only disk",
        "'{0}' is read-only, and has the replica '{1}': the QEMU of a secondary aborts when replication starts, and a primary replicates nothing",
        RuleSeverity.Error)
    {
        OfOpened = opened => opened is { Attachment: { IsReadOnly: true } attachment, Layer: { } replica } && replica.Is<ReplicationAttribute>()
            ? [new RuleResult(new Place(attachment.Path, nameof(DiskAttribute.ReadOnly)), attachment.Dev, replica.TypeName)
            {
                Related = replica.Path,
                Fixes = [new Fix(nameof(DiskAttribute.ReadOnly), null)],
            }]
            : [],
    };

    public static Rule NoQuorum { get; } = new(
        "COLO0512",
        "Secondary replica without a quorum",
        "'{0}' has the replica '{1}' at its top: after a failover it can't take a new replica; put a fifo [Quorum] over it",
        RuleSeverity.Info)
    {
        OfAttachment = (_, disk) => !disk.IsHostDisk && disk.Top.IsReplication(ReplicationMode.Secondary)
            ? [new RuleResult(PlaceOfDev(disk), disk.Dev, disk.Top.TypeName)]
            : [],
    };

    public static Rule ReplicaAsBacking { get; } = new(
        "COLO0513",
        "Replica used as a backing layer",
        "'{1}' is in the backing of '{0}', where nobody writes to it: replicas belong under the quorum at the top of the disk",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Edges.Count > 0 && LayerKinds.Get(layer.Kind).IsSource && layer.HasReplica
            ? layer.Edges.SelectMany(edge => ReplicasIn(edge.Layer).Select(replica => new RuleResult(edge.Source.Path, layer.TypeName, replica.TypeName)))
            : [],
    };

    public static Rule PrimaryReplicaIsRead { get; } = new(
        "COLO0514",
        "Quorum reads from a primary replica",
        "'{0}' reads '{1}', which only takes writes, so QEMU reports an error at every read: use ReadPattern = Fifo, and put the replica after the local disk",
        RuleSeverity.Warning)
    {
        OfLayer = layer => layer.Is<QuorumAttribute>() && layer.HasKnownReadPattern() && layer.IsReadable()
            && layer.Edges.Any(static edge => edge.Layer.IsReplication(ReplicationMode.Primary))
            ? ReadReplicas(layer)
            : [],
    };

    public static Rule BothSides { get; } = new(
        "COLO0515",
        "Primary and secondary replication on one host",
        "'{0}' at '{1}' is a primary replica and '{2}' a secondary's, and QEMU starts every replication of a host as the one or the other: " +
        "make the primary's property nullable, and give it after the failover",
        RuleSeverity.Error)
    {
        OfTopology = context => FirstRequired(context, ReplicationMode.Primary) is { } primary
            && FirstRequired(context, ReplicationMode.Secondary) is { } secondary
            ? [new RuleResult(primary.Attachment.Path, primary.Layer.TypeName, primary.Layer.Path, secondary.Layer.Path) { Related = secondary.Layer.Path }]
            : [],
    };

    public static Rule WriteOnlyReplica { get; } = new(
        "COLO0516",
        "Read from a write-only primary replica",
        "'{0}' can't be read: {1}",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Is<QuorumAttribute>() && !layer.IsReadable()
            ? [new RuleResult(
                new Place(layer.Path, nameof(QuorumAttribute.VoteThreshold)),
                layer.TypeName,
                "a primary replica only takes writes, and the other children are fewer than it reads")
            {
                Related = layer.Edges.First(edge => edge.Layer.IsReplication(ReplicationMode.Primary)).Source.Path,
            }]
            : [],
        OfAttachment = (_, disk) => !disk.IsHostDisk && disk.Top.IsReplication(ReplicationMode.Primary) && disk.Top.Edges.Count == 1
            ? [new RuleResult(
                disk.Path,
                disk.Path,
                $"its top '{disk.Top.TypeName}' is a primary replica, which only takes writes: put it after a local disk under a fifo [Quorum]")
            {
                Related = disk.Top.Path,
            }]
            : [],
        OfBackingReference = (context, reference) => reference.Backing is { Edges.Count: 1 } backing && backing.IsReplication(ReplicationMode.Primary)
            && context.BackingReferences.IsResolvable(reference)
            ? [new RuleResult(
                ReferenceRules.PlaceOfDev(reference),
                reference.Layer.TypeName,
                $"its backing '{reference.Reference.Dev}' is a primary replica, which only takes writes: refer to an image")
            {
                Related = backing.Path,
            }]
            : [],
    };

    public static Rule BesideSecondaryReplica { get; } = new(
        "COLO0517",
        "Quorum reads a layer beside a secondary replica",
        "'{0}' reads '{1}', which has nothing of what the primary writes, beside the replica '{2}': " +
        "leave it out, or use ReadPattern = Fifo and put the replica first",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Is<QuorumAttribute>() && layer.HasKnownReadPattern() && FirstFollowing(layer) is { } replica
            ? ReadBeside(layer, replica)
            : [],
    };

    public static Rule MissingHost { get; } = new(
        "COLO0521",
        "Pair without primary or secondary host",
        "'{1}' has no host '{0}': give it a property {0} whose type is a [Topology] and not nullable",
        RuleSeverity.Error)
    {
        OfPair = pair => pair.Errors
            .Where(error => error.Kind == DeclarationErrorKind.NoHost)
            .Select(error => new RuleResult(error.Path, error.Detail, pair.Type.Name)),
    };

    public static Rule NothingReplicated { get; } = new(
        "COLO0522",
        "Pair without replicated disks",
        "No disk of '{0}' is copied from the primary to the secondary: {1}",
        RuleSeverity.Error)
    {
        OfPair = pair => pair.Hosts.Any() && !IsReplicated(pair.Primary, ReplicationMode.Primary) && !IsReplicated(pair.Secondary, ReplicationMode.Secondary)
            ? [new RuleResult(
                "",
                pair.Type.Name,
                pair.Hosts.Any(IsReplicated)
                    ? "the primary has the replica of a secondary, or the secondary that of a primary, so swap the two hosts"
                    : "neither host has a [Replication]")]
            : [],
    };

    public static Rule DifferentDisks { get; } = new(
        "COLO0523",
        "Different guest disks on the two hosts",
        "The guest has {0} on the primary and {1} on the secondary: give both hosts the same devs in the same order, or the migration fails",
        RuleSeverity.Error)
    {
        OfPair = pair => pair is { Primary: { } primary, Secondary: { } secondary } && !Devs(primary).SequenceEqual(Devs(secondary))
            ? [new RuleResult(nameof(Pair.Secondary), List(Devs(primary)), List(Devs(secondary))) { Related = nameof(Pair.Primary) }]
            : [],
    };

    public static Rule DifferentDiskSettings { get; } = new(
        "COLO0524",
        "Different disk settings on the two hosts",
        "'{0}' has {1} {2} on the primary and {3} on the secondary, and {4}: make them the same",
        RuleSeverity.Error)
    {
        OfPair = pair => DifferentSettings(pair).Concat(DifferentAddresses(pair)).Concat(DifferentIndexes(pair)),
    };

    public static Rule MissingPrimaryReplica { get; } = new(
        "COLO0525",
        "Missing primary replica of a disk",
        "'{0}' has a replica on the secondary and none on the primary: COLO runs and copies nothing, and QEMU says nothing; " +
        "put an optional [Replication(ReplicationMode.Primary)] last into the primary's quorum",
        RuleSeverity.Error)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .Where(disk => Replicas(disk.Secondary, ReplicationMode.Secondary).Any() && !Replicas(disk.Primary, ReplicationMode.Primary).Any())
            .Select(disk => new RuleResult(PlaceOfDev(disk.Primary), disk.Dev) { Related = Replicas(disk.Secondary, ReplicationMode.Secondary).First().Path }),
    };

    public static Rule MissingSecondaryReplica { get; } = new(
        "COLO0526",
        "Missing secondary replica of a disk",
        "'{0}' has a replica on the primary and none on the secondary: what the primary writes has nowhere to go; " +
        "put a [Replication(ReplicationMode.Secondary)] into the secondary's quorum",
        RuleSeverity.Error)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .Where(disk => Replicas(disk.Primary, ReplicationMode.Primary).Any() && !Replicas(disk.Secondary, ReplicationMode.Secondary).Any())
            .Select(disk => new RuleResult(PlaceOfDev(disk.Secondary), disk.Dev) { Related = Replicas(disk.Primary, ReplicationMode.Primary).First().Path }),
    };

    public static Rule NotReplicated { get; } = new(
        "COLO0527",
        "Writable guest disk is not replicated",
        "'{0}' is written by the guest and has no replica: after a failover the guest finds the secondary's own; replicate it, or make it ReadOnly",
        RuleSeverity.Warning)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .Where(disk => pair.Hosts.Any(IsReplicated))
            .Where(disk => !disk.Primary.IsReadOnly && disk.Primary.Device is DiskDevice.Disk or DiskDevice.Lun)
            .Where(disk => !disk.Primary.Top.HasReplica && !disk.Secondary.Top.HasReplica)
            .Select(disk => new RuleResult(PlaceOfDev(disk.Primary), disk.Dev) { Related = PlaceOfDev(disk.Secondary) }),
    };

    public static Rule MisplacedReplica { get; } = new(
        "COLO0528",
        "Replica in an unsupported position",
        "The replica of '{0}' at '{1}' {2}",
        RuleSeverity.Error)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .SelectMany(disk => MisplacedReplicas(disk.Primary, ReplicationMode.Primary).Concat(MisplacedReplicas(disk.Secondary, ReplicationMode.Secondary))),
    };

    public static Rule CannotConnect { get; } = new(
        "COLO0529",
        "Primary replica cannot connect to the secondary",
        "The replica of '{0}' writes to '{1}', which {2}",
        RuleSeverity.Error)
    {
        OfPair = pair =>
            from disk in PairedDisk.Of(pair)
            from replica in Replicas(disk.Primary, ReplicationMode.Primary)
            where replica.Edges.Count == 1
            let client = replica.Edges[0].Layer
            let reason = ConnectionProblem(client)
            where reason is not null
            select new RuleResult(client.Path, disk.Dev, client.TypeName, reason),
    };

    public static Rule DifferentMachines { get; } = new(
        "COLO0530",
        "Different machine settings on the two hosts",
        "{0} is {1} on the primary and {2} on the secondary, and the guest moves from one to the other: make them the same",
        RuleSeverity.Error)
    {
        OfPair = pair => pair is { Primary.Domain: { } primary, Secondary.Domain: { } secondary } ? DifferentDomainSettings(primary, secondary) : [],
    };

    public static Rule DifferentSizesOnHosts { get; } = new(
        "COLO0531",
        "Different disk sizes on the two hosts",
        "'{0}' has {1} bytes on the primary and {2} on the secondary: QEMU aborts the primary at the first write past the end of the smaller",
        RuleSeverity.Error)
    {
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            let primary = DeclaredSize.SizeOf(disk.Disk.Primary.Top)
            let secondary = DeclaredSize.SizeOf(disk.SecondaryDisk.Top) ?? DeclaredSize.SizeOf(disk.Active) ?? DeclaredSize.SizeOf(disk.Hidden)
            where primary is not null && secondary is not null && primary != secondary
            select new RuleResult(PlaceOfSize(disk.SecondaryDisk.Path), disk.Dev, primary.Value.ToText(), secondary.Value.ToText())
            {
                Related = PlaceOfSize(disk.Disk.Primary.Path),
            },
    };

    public static Rule DifferentSizesOfSecondary { get; } = new(
        "COLO0532",
        "Different image sizes below a secondary replica",
        "'{0}' of '{1}' has {2} bytes and '{3}' has {4}: replication starts only when active, hidden and secondary disk are equal",
        RuleSeverity.Error)
    {
        OfBackingReference = (_, reference) => reference.Replication is { } replication
            && DifferInSize(reference.Disk!.Top, replication.Edges[0].Layer, reference.Layer)
            ? DifferentSizes(replication, [reference.Disk.Top, replication.Edges[0].Layer, reference.Layer])
            : [],
    };

    public static Rule WildcardHost { get; } = new(
        "COLO0533",
        "Wildcard address as a pair's host",
        "{0} of '{1}' is '{2}', which is every address of a host: the primary would connect to itself, so give the address of the secondary",
        RuleSeverity.Warning)
    {
        OfSetting = setting => setting is
        {
            Kind: DeclarationKind.Pair,
            Name: nameof(ColoPairAttribute.NbdHost) or nameof(ColoPairAttribute.MigrationHost),
            Text: "0.0.0.0" or "::" or "[::]",
        }
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, setting.Text)]
            : [],
    };

    public static IEnumerable<Rule> All =>
    [
        ActiveDisk, HiddenDisk, MissingHiddenDisk, InlineSecondaryDisk, LocalPrimaryReplica, SecondaryDiskNotExported, ReadOnlySecondaryDisk,
        SecondaryDiskNotTop, BackingInReplicatedTree, SharedSecondaryDisk, ReadOnlyReplication, NoQuorum, ReplicaAsBacking, PrimaryReplicaIsRead,
        BothSides, WriteOnlyReplica, BesideSecondaryReplica, MissingHost, NothingReplicated, DifferentDisks, DifferentDiskSettings, MissingPrimaryReplica,
        MissingSecondaryReplica, NotReplicated, MisplacedReplica, CannotConnect, DifferentMachines, DifferentSizesOnHosts, DifferentSizesOfSecondary,
        WildcardHost,
    ];

    private static IEnumerable<RuleResult> DifferentSettings(Pair pair) =>
        from disk in PairedDisk.Of(pair)
        from setting in DiskSettingTable.All
        let primary = setting.SeenByGuest?.Invoke(disk.Primary)
        let secondary = setting.SeenByGuest?.Invoke(disk.Secondary)
        where primary is not null && secondary is not null && primary != secondary
        select new RuleResult(
            new Place(disk.Secondary.Path, setting.Name), disk.Dev, setting.Name, primary, secondary, "the guest moves from one to the other")
        {
            Related = new Place(disk.Primary.Path, setting.Name),
        };

    private static IEnumerable<RuleResult> DifferentAddresses(Pair pair) =>
        from disk in PairedDisk.Of(pair)
        let bus = disk.Primary.Bus
        where bus is not null && bus == disk.Secondary.Bus
        where DeviceAddresses.IsDeclaredOn(disk.Primary) || DeviceAddresses.IsDeclaredOn(disk.Secondary)
        let kind = DeviceAddresses.OfBus(bus!.Value)
        let primary = kind.Place(pair.Primary!, disk.Primary) ?? "none"
        let secondary = kind.Place(pair.Secondary!, disk.Secondary) ?? "none"
        where primary != secondary
        select new RuleResult(
            AddressRules.ArgumentOf(disk.Secondary), disk.Dev, kind.Attribute, primary, secondary, "the guest moves from one to the other")
        {
            Related = AddressRules.ArgumentOf(disk.Primary),
        };

    private static IEnumerable<RuleResult> DifferentIndexes(Pair pair) =>
        from disk in ReplicatedDisk.Of(pair).Select(static disk => disk.Disk)
        let primary = disk.Primary.Top.PinnedIndex ?? 0
        let secondary = disk.Secondary.Top.PinnedIndex ?? 0
        where primary != secondary
        select new RuleResult(
            PlaceOfIndex(disk.Secondary), disk.Dev, nameof(LayerAttribute.Index), primary.ToText(), secondary.ToText(),
            "the commands of the pair name the top layer of both hosts by it")
        {
            Related = PlaceOfIndex(disk.Primary),
        };

    private static Place PlaceOfIndex(Attachment disk) => new(disk.Top.Path, nameof(LayerAttribute.Index));

    private static Place PlaceOfDev(Attachment disk) => new(disk.Path, nameof(DiskAttribute.Dev));

    private static Place PlaceOfSize(string path) => new(path, nameof(SourceAttribute.Size));

    private static RuleResult BufferResult(Layer replica, Layer buffer, string reason) =>
        new(replica.Edges[0].Source.Path, replica.TypeName, buffer.TypeName, reason) { Related = new Place(buffer.Path, nameof(SourceAttribute.Format)) };

    private static bool IsLocal(Layer layer) =>
        Sources(layer).Any() && Sources(layer).All(source => LayerKinds.Find(source.Kind) is { IsLocal: true });

    /// <summary>The sources that take what is written to a layer.</summary>
    private static IEnumerable<Layer> Sources(Layer layer) =>
        LayerKinds.Find(layer.Kind) is { IsSource: false } ? layer.Edges.SelectMany(edge => Sources(edge.Layer)) : [layer];

    private static RuleResult ReadOnlySecondary(Layer replication, Attachment disk, bool isDeclared) =>
        new(new Place(disk.Path, isDeclared ? nameof(DiskAttribute.ReadOnly) : nameof(DiskAttribute.Device)), replication.TypeName, disk.Dev)
        {
            Related = replication.Path,
            Fixes = isDeclared ? [new Fix(nameof(DiskAttribute.ReadOnly), null)] : [],
        };

    /// <summary>Whether two hidden disks, or those of a list, have one disk as their backing.</summary>
    private static bool MayShareSecondaryDisk(EquatableArray<BackingReference> references)
    {
        foreach (BackingReference reference in references)
        {
            if (reference.Replication?.IsInList == true) return true;
        }

        return Repeated.Groups(references, SecondaryDisk) is not null;
    }

    private static string? SecondaryDisk(BackingReference reference) => reference.Replication is null ? null : reference.Disk!.Path;

    private static IEnumerable<RuleResult> SharedSecondaryDisks(EquatableArray<BackingReference> references)
    {
        foreach (IGrouping<string?, BackingReference> group in references.Where(reference => reference.Replication is not null).GroupBy(SecondaryDisk))
        {
            Layer first = group.First().Replication!;
            foreach (BackingReference reference in group.Skip(first.IsInList ? 0 : 1))
            {
                yield return new RuleResult(
                    PlaceOfDev(reference.Attachment), reference.Replication!.TypeName, reference.Replication.Path, reference.Disk!.Dev, first.Path)
                {
                    Related = first.Path,
                };
            }
        }
    }

    private static IEnumerable<RuleResult> ReadReplicas(Layer quorum)
    {
        foreach (Edge edge in quorum.Edges)
        {
            if (edge.Layer.IsReplication(ReplicationMode.Primary) && (!quorum.IsFifo() || ReferenceEquals(edge, quorum.Edges[0])))
            {
                yield return new RuleResult(edge.Source.Path, quorum.TypeName, edge.Layer.TypeName);
            }
        }
    }

    /// <summary>The first child of a quorum that has what the primary writes.</summary>
    private static Edge? FirstFollowing(Layer quorum)
    {
        foreach (Edge edge in quorum.Edges)
        {
            if (IsFollowing(edge.Layer)) return edge;
        }

        return null;
    }

    /// <summary>Whether a layer is a secondary's replica, or a quorum over one.</summary>
    private static bool IsFollowing(Layer layer) =>
        layer.IsReplication(ReplicationMode.Secondary) || (layer.Is<QuorumAttribute>() && FirstFollowing(layer) is not null);

    /// <summary>The children of a quorum that it reads and that have nothing of what the primary writes. Another rule reports primary replicas.</summary>
    private static IEnumerable<RuleResult> ReadBeside(Layer quorum, Edge replica)
    {
        foreach (Edge edge in quorum.Edges)
        {
            if (!IsFollowing(edge.Layer) && !edge.Layer.IsReplication(ReplicationMode.Primary))
            {
                yield return new RuleResult(edge.Source.Path, quorum.TypeName, edge.Layer.TypeName, replica.Layer.TypeName) { Related = replica.Source.Path };
            }

            if (quorum.IsFifo()) break;
        }
    }

    /// <summary>The first replica that is never absent.</summary>
    private static OpenedLayer? FirstRequired(TopologyContext context, ReplicationMode mode)
    {
        foreach (OpenedLayer opened in context.Opened)
        {
            if (opened.Layer.Access.Scope == Access.Topology && opened.Layer.IsReplication(mode)) return opened;
        }

        return null;
    }

    /// <summary>The replicas of a tree that are not in the backing of one of its images.</summary>
    private static IEnumerable<Layer> ReplicasIn(Layer layer) => layer.Is<ReplicationAttribute>() ? [layer]
        : LayerKinds.Get(layer.Kind).IsSource ? []
        : layer.Edges.SelectMany(static edge => ReplicasIn(edge.Layer));

    private static bool IsReplicated(Topology? host, ReplicationMode mode) =>
        host is not null && host.Attachments.Any(attachment => Replicas(attachment, mode).Any());

    private static bool IsReplicated(Topology host) => host.Attachments.Any(attachment => attachment.Top.HasReplica);

    private static IEnumerable<string> Devs(Topology host) => host.Attachments.Where(attachment => !attachment.IsHostDisk).Select(attachment => attachment.Dev);

    private static string List(IEnumerable<string> devs) => devs.Any() ? string.Join(", ", devs.Select(dev => $"'{dev}'")) : "no disk";

    private static IEnumerable<Layer> Replicas(Attachment disk, ReplicationMode mode) => disk.Top.PreOrder().Where(layer => layer.IsReplication(mode));

    private static IEnumerable<RuleResult> DifferentDomainSettings(EquatableArray<Setting> primary, EquatableArray<Setting> secondary)
    {
        foreach ((string name, string defaultValue) in s_migrated)
        {
            string? onPrimary = primary.Get(name) is { } ofPrimary ? ofPrimary.ConstantText() : defaultValue;
            string? onSecondary = secondary.Get(name) is { } ofSecondary ? ofSecondary.ConstantText() : defaultValue;
            if (onPrimary is null || onSecondary is null || onPrimary == onSecondary) continue;
            yield return new RuleResult(Place.Of<DomainAttribute>(nameof(Pair.Secondary), name), name, onPrimary, onSecondary)
            {
                Related = Place.Of<DomainAttribute>(nameof(Pair.Primary), name),
            };
        }
    }

    /// <summary>A pair attaches the primary's replica as the last child of the quorum under the guest's device, when the secondary is up.</summary>
    private static IEnumerable<RuleResult> MisplacedReplicas(Attachment disk, ReplicationMode mode)
    {
        Layer[] replicas = [.. Replicas(disk, mode)];
        foreach (Layer replica in replicas)
        {
            Edge? edge = disk.Top.Is<QuorumAttribute>() ? disk.Top.Edges.FirstOrDefault(edge => edge.Layer.Path == replica.Path) : null;
            bool isPrimary = mode == ReplicationMode.Primary;
            string? reason = edge is null ? "is not a child of a [Quorum] at the top of the disk: put it there"
                : replicas.Length > 1 ? "is one of several: a pair has one for each disk"
                : disk.Edge.Kind == EdgeKind.Optional ? "is on a disk that may be absent: make the disk's property not nullable"
                : disk.Top.Edges.Any(other => other != edge && other.Kind != EdgeKind.Required)
                    ? "has siblings that may be absent, so the place of the next child is not known: make them required"
                : isPrimary && edge.Kind != EdgeKind.Optional
                    ? "is always there, and the secondary must be up before it is attached: make its property nullable"
                : isPrimary && disk.Top.Edges[disk.Top.Edges.Count - 1] != edge
                    ? "must be the last child of the quorum, because QEMU attaches the replica as the last child: declare it last"
                : isPrimary && disk.Top.Edges.Count == 1 ? "is the only child of its quorum, which must have the primary's own disk before it"
                : !isPrimary && edge.Kind != EdgeKind.Required ? "may be absent: make its property not nullable"
                : null;
            if (reason is not null) yield return new RuleResult(edge?.Source.Path ?? replica.Path, disk.Dev, replica.Path, reason);
        }
    }

    /// <summary>Why a primary's replica can't be connected to the secondary's export.</summary>
    private static string? ConnectionProblem(Layer client) =>
        !client.Is<NbdSourceAttribute>() ? "is not an [NbdSource]: only NBD reaches the other host"
        : client.Settings.Get(nameof(NbdSourceAttribute.Socket)) is not null ? "is a unix socket: another host is reached by TCP"
        : client.Format is not (null or DiskFormat.Raw) ? "is not raw: the export shows the guest's bytes, whatever the secondary's image is"
        : client.Edges.Count > 0 || client.Reference is not null ? "has a backing layer: the secondary's disk is complete by itself"
        : client.Settings.FirstOrDefault(setting => setting.Value is PropertyValue && !IsGivenByPair(setting.Name)) is { } setting
            ? $"has its {setting.Name} from a property, and the replica is not there yet when the pair writes its commands: give it in the attribute"
        : null;

    /// <summary>Whether the pair gives the setting, or does not need it.</summary>
    private static bool IsGivenByPair(string setting) => setting
        is nameof(NbdSourceAttribute.Host) or nameof(NbdSourceAttribute.Port) or nameof(NbdSourceAttribute.Export) or nameof(SourceAttribute.Size);

    private static bool DifferInSize(Layer one, Layer two, Layer three)
    {
        long? first = DeclaredSize.SizeOf(one);
        long? second = DeclaredSize.SizeOf(two) ?? first;
        long? third = DeclaredSize.SizeOf(three) ?? second;
        return first != second && first is not null || second != third && second is not null;
    }

    private static IEnumerable<RuleResult> DifferentSizes(Layer replication, EquatableArray<Layer> layers)
    {
        Layer? first = null;
        foreach (Layer layer in layers)
        {
            if (DeclaredSize.SizeOf(layer) is not { } size) continue;
            first ??= layer;
            if (DeclaredSize.SizeOf(first) is not { } other || size == other) continue;
            yield return new RuleResult(PlaceOfSize(layer.Path), layer.TypeName, replication.TypeName, size.ToText(), first.TypeName, other.ToText())
            {
                Related = PlaceOfSize(first.Path),
            };
        }
    }
}
