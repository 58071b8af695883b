using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_noHost = new(
        "COLO0521", "A pair without one of its hosts", "'{1}' has no host '{0}': give it a property {0} whose type is a [Topology] and not nullable", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => pair.Errors
            .Where(flaw => flaw.Kind == DeclarationErrorKind.NoHost)
            .Select(flaw => new Finding(flaw.Path, flaw.Detail, pair.Type.Name)),
    };

    private static readonly Rule s_nothingReplicated = new(
        "COLO0522", "A pair that replicates no disk", "Neither host of '{0}' has a [Replication]: COLO would run and copy no disk", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => pair.Hosts.Any() && !pair.Hosts.Any(IsReplicated)
            ? [new Finding("", pair.Type.Name)]
            : [],
    };

    private static readonly Rule s_otherDisks = new(
        "COLO0523", "The hosts of a pair have other disks", "The guest has {0} on the primary and {1} on the secondary: give both hosts the same devs in the same order, or the migration fails", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => pair.Hosts.Any() && !Devs(pair.Primary!).SequenceEqual(Devs(pair.Secondary!))
            ? [new Finding("Secondary", List(Devs(pair.Primary!)), List(Devs(pair.Secondary!))) { Related = "Primary" }]
            : [],
    };

    private static readonly Rule s_otherDevice = new(
        "COLO0524", "The hosts of a pair show a disk differently", "'{0}' has {1} {2} on the primary and {3} on the secondary, and the guest moves from one to the other: make them the same", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair =>
            from disk in PairedDisk.Of(pair)
            from setting in new[] { "Device", "Bus", "BootOrder", "Serial", "Wwn", "Vendor", "Product", "ReadOnly" }
            let primary = Shown(disk.Primary, setting)
            let secondary = Shown(disk.Secondary, setting)
            where primary is not null && secondary is not null && primary != secondary
            select new Finding(new Place(disk.Secondary.Path, setting), disk.Dev, setting, primary, secondary) { Related = new Place(disk.Primary.Path, setting) },
    };

    private static readonly Rule s_noPrimaryReplica = new(
        "COLO0525", "A disk that the primary does not replicate", "'{0}' has a replica on the secondary and none on the primary: COLO runs and copies nothing, and QEMU says nothing; put an optional [Replication(ReplicationMode.Primary)] last into the primary's quorum", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .Where(disk => Replicas(disk.Secondary, "Secondary").Any() && !Replicas(disk.Primary, "Primary").Any())
            .Select(disk => new Finding(new Place(disk.Primary.Path, "Dev"), disk.Dev) { Related = Replicas(disk.Secondary, "Secondary").First().Path }),
    };

    private static readonly Rule s_noSecondaryReplica = new(
        "COLO0526", "A disk that the secondary does not take", "'{0}' has a replica on the primary and none on the secondary: what the primary writes has nowhere to go; put a [Replication(ReplicationMode.Secondary)] into the secondary's quorum", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .Where(disk => Replicas(disk.Primary, "Primary").Any() && !Replicas(disk.Secondary, "Secondary").Any())
            .Select(disk => new Finding(new Place(disk.Secondary.Path, "Dev"), disk.Dev) { Related = Replicas(disk.Primary, "Primary").First().Path }),
    };

    private static readonly Rule s_notReplicated = new(
        "COLO0527", "A disk that the guest writes and no host replicates", "'{0}' is written by the guest and has no replica: after a failover the guest finds the secondary's own; replicate it, or make it ReadOnly", RuleSeverity.Warning, RuleCategory.Replication)
    {
        OfPair = pair => PairedDisk.Of(pair)
            .Where(disk => pair.Hosts.Any(IsReplicated))
            .Where(disk => !disk.Primary.IsReadOnly && disk.Primary.Device is "Disk" or "Lun")
            .Where(disk => !IsReplicated(disk.Primary) && !IsReplicated(disk.Secondary))
            .Select(disk => new Finding(new Place(disk.Primary.Path, "Dev"), disk.Dev) { Related = new Place(disk.Secondary.Path, "Dev") }),
    };

    private static readonly Rule s_misplacedReplica = new(
        "COLO0528", "A replica where a pair can't attach it", "The replica of '{0}' at '{1}' {2}", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => PairedDisk.Of(pair).SelectMany(disk => Misplaced(disk.Primary, "Primary").Concat(Misplaced(disk.Secondary, "Secondary"))),
    };

    private static readonly Rule s_notTheExport = new(
        "COLO0529", "A replica that the pair can't connect", "The replica of '{0}' stands on '{1}', which {2}", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair => PairedDisk.Of(pair).SelectMany(disk => Replicas(disk.Primary, "Primary")
            .Where(replica => replica.Edges.Count == 1)
            .Select(replica => (Client: replica.Edges[0].Layer, Reason: CannotConnect(replica.Edges[0].Layer)))
            .Where(found => found.Reason is not null)
            .Select(found => new Finding(found.Client.Path, disk.Dev, found.Client.TypeName, found.Reason!))),
    };

    private static readonly Rule s_otherMachine = new(
        "COLO0530", "The hosts of a pair are different machines", "{0} is {1} on the primary and {2} on the secondary, and the guest moves from one to the other: make them the same", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair =>
            from hosts in pair.Primary is { Domain: { } one } && pair.Secondary is { Domain: { } other } ? new[] { (Primary: one, Secondary: other) } : []
            from setting in s_migrated
            let primary = Constant(hosts.Primary.Get(setting.Name), setting.Default)
            let secondary = Constant(hosts.Secondary.Get(setting.Name), setting.Default)
            where primary is not null && secondary is not null && primary != secondary
            select new Finding(new Place("Secondary", "Domain." + setting.Name), setting.Name, primary, secondary) { Related = new Place("Primary", "Domain." + setting.Name) },
    };

    private static readonly Rule s_pairSizes = new(
        "COLO0531", "The hosts of a pair have disks of different size", "'{0}' has {1} bytes on the primary and {2} on the secondary: QEMU aborts the primary at the first write past the end of the smaller", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            let primary = SizeOf(disk.Disk.Primary.Top)
            let secondary = SizeOf(disk.SecondaryDisk.Top) ?? SizeOf(disk.Active) ?? SizeOf(disk.Hidden)
            where primary is not null && secondary is not null && primary != secondary
            select new Finding(new Place(disk.SecondaryDisk.Path, "Size"), disk.Dev, Text(primary.Value), Text(secondary.Value)) { Related = new Place(disk.Disk.Primary.Path, "Size") },
    };

    private static readonly Rule s_noVersion = new(
        "COLO0701", "A pair without its QEMU", "'{0}' does not say which QEMU its hosts run, and COLO's capabilities differ: add Qemu = QemuVersion.Qemu7To10 or Qemu11", RuleSeverity.Error, RuleCategory.Versions)
    {
        OfPair = pair => pair.Settings.Get("Qemu") is null or EnumConstant { Member: "Unspecified" }
            ? [new Finding(new Place("", "ColoPair.Qemu"), pair.Type.Name)
            {
                Fixes = [new Fix("ColoPair.Qemu", "global::ColoGen.QemuVersion.Qemu7To10"), new Fix("ColoPair.Qemu", "global::ColoGen.QemuVersion.Qemu11")],
            }]
            : [],
    };

    private static readonly Rule s_otherExport = new(
        "COLO0804", "A replica asks for another export", "The replica of '{0}' asks for the export '{1}', and the secondary's disk is exported as '{2}': take Export out, or make it the same", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfPair = pair => ReplicatedDisk.Of(pair)
            .Where(disk => disk.SecondaryDisk.Export is not null && disk.Client.Settings.GetText("Export") is { } export && export != disk.ExportName)
            .Select(disk => new Finding(new Place(disk.Client.Path, "Export"), disk.Dev, disk.Client.Settings.GetText("Export")!, disk.ExportName)
            {
                Related = new Place(disk.SecondaryDisk.Path, "NbdExport.Name"),
            }),
    };

    private static readonly Rule s_otherAddress = new(
        "COLO0805", "A replica has an address of its own", "The replica of '{0}' has the constant {1} '{2}', and the pair connects it to {3}: make it a property, which the pair does not read", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            from setting in new[] { "Host", "Port" }
            let own = disk.Client.Settings.Get(setting)
            let given = pair.Settings.Get("Nbd" + setting)
            where own is TextConstant or NumberConstant && given is not null && own != given
            select new Finding(new Place(disk.Client.Path, setting), disk.Dev, setting, Constant(own, "")!, "Nbd" + setting),
    };

    private static readonly Rule s_samePort = new(
        "COLO0806", "A pair's two servers have one port", "The NBD server and the migration of '{0}' both listen on port {1} of the secondary: give each its own", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfPair = pair => pair.Settings.GetNumber("NbdPort") is { } port && port == pair.Settings.GetNumber("MigrationPort")
            && !(pair.Settings.GetText("NbdHost") is { } nbd && pair.Settings.GetText("MigrationHost") is { } migration && nbd != migration.Trim('[', ']'))
            ? [new Finding(new Place("", "ColoPair.MigrationPort"), pair.Type.Name, Text(port)) { Related = new Place("", "ColoPair.NbdPort") }]
            : [],
    };

    private static readonly Rule s_otherTls = new(
        "COLO0807", "Some replicas of a pair use TLS and some do not", "The replica of '{0}' {1} Tls, unlike that of '{2}': all go to one NBD server, so make them the same", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfPair = pair => ReplicatedDisk.Of(pair).ToArray() is [var first, ..] disks
            ? disks
                .Where(disk => disk.Client.Settings.GetBoolean("Tls") != first.Client.Settings.GetBoolean("Tls"))
                .Select(disk => new Finding(
                    new Place(disk.Client.Path, "Tls"), disk.Dev, disk.Client.Settings.GetBoolean("Tls") ? "has" : "lacks", first.Dev) { Related = new Place(first.Client.Path, "Tls") })
            : [],
    };

    /// <summary>What of a domain the migration takes along, and what it is where it is left out.</summary>
    private static readonly (string Name, string Default)[] s_migrated = [("Machine", "q35"), ("MemoryMiB", "512"), ("Vcpus", "1"), ("Type", "Kvm")];

    private static bool IsReplicated(Topology host) => host.Attachments.Any(IsReplicated);

    private static bool IsReplicated(Attachment attachment) => attachment.Top.Has(static layer => layer.Kind == "Replication");

    private static IEnumerable<string> Devs(Topology host) => host.Attachments.Where(attachment => !attachment.IsHostDisk).Select(attachment => attachment.Dev);

    private static string List(IEnumerable<string> devs) => string.Join(", ", devs.DefaultIfEmpty("no disk").Select(dev => $"'{dev}'")).Replace("'no disk'", "no disk");

    private static IEnumerable<Layer> Replicas(Attachment disk, string mode) => disk.Top.PreOrder().Where(layer => layer.IsReplication(mode));

    /// <summary>A setting as the guest sees it; null where only the run time knows.</summary>
    private static string? Shown(Attachment disk, string setting) => setting switch
    {
        "Bus" => disk.Bus?.ToLowerInvariant(),
        "Device" => disk.Device.ToLowerInvariant(),
        "ReadOnly" => disk.IsReadOnly ? "true" : "false",
        _ => Constant(disk.Settings.Get(setting), "none"),
    };

    /// <summary>A constant as a message has it; null where only the run time knows.</summary>
    private static string? Constant(DocumentValue? value, string otherwise) => value switch
    {
        null => otherwise,
        TextConstant text => text.Text,
        NumberConstant number => Text(number.Number),
        EnumConstant member => member.Member,
        _ => null,
    };

    /// <summary>The pair attaches a replica as the last child of the quorum that the guest's device sits on, when the other host is up.</summary>
    private static IEnumerable<Finding> Misplaced(Attachment disk, string mode)
    {
        Layer[] replicas = [.. Replicas(disk, mode)];
        foreach (Layer replica in replicas)
        {
            Edge? edge = disk.Top.Kind == "Quorum" ? disk.Top.Edges.FirstOrDefault(edge => edge.Layer.Path == replica.Path) : null;
            bool isPrimary = mode == "Primary";
            string? reason = edge is null ? "is not a child of a [Quorum] at the top of the disk: put it there"
                : replicas.Length > 1 ? "is one of several: a pair has one for each disk"
                : disk.Edge.Kind == EdgeKind.Optional ? "is on a disk that may be absent: make the disk's property not nullable"
                : disk.Top.Edges.Any(other => other != edge && other.Kind != EdgeKind.Required) ? "has siblings that may be absent, so the place of the next child is not known: make them required"
                : isPrimary && edge.Kind != EdgeKind.Optional ? "is always there, and the secondary must be up before it is attached: make its property nullable"
                : isPrimary && disk.Top.Edges[disk.Top.Edges.Count - 1] != edge ? "is not the quorum's last child, as which QEMU attaches it: declare it last"
                : isPrimary && disk.Top.Edges.Count == 1 ? "is the only child of its quorum, which must stand on the primary's own disk before"
                : !isPrimary && edge.Kind != EdgeKind.Required ? "may be absent: make its property not nullable"
                : null;
            if (reason is not null) yield return new Finding(edge?.Source.Path ?? replica.Path, disk.Dev, replica.Path, reason);
        }
    }

    /// <summary>Why a primary's replica can't be connected to the secondary's export with what is constant.</summary>
    private static string? CannotConnect(Layer client) =>
        client.Kind != "NbdSource" ? "is not an [NbdSource]: only NBD reaches the other host"
        : client.Settings.Get("Socket") is not null ? "is a unix socket: another host is reached by TCP"
        : client.Format is { Length: > 0 } and not "Raw" ? "is not raw: the export shows the guest's bytes, whatever the secondary's image is"
        : client.Edges.Count > 0 || client.Reference is not null ? "has a backing layer: the secondary's disk is complete by itself"
        : client.Settings.FirstOrDefault(setting => setting.Value is PropertyValue && setting.Name is not ("Host" or "Port" or "Export" or "Size")) is { } setting
            ? $"has its {setting.Name} from a property, and the replica is not there yet when the pair writes its commands: give it in the attribute"
        : null;
}
