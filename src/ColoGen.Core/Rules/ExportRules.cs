using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO08xx: NBD exports and the network between the hosts of a pair.</summary>
internal static class ExportRules
{
    /// <summary>The settings of a replica's source that the pair gives, with the pair's own.</summary>
    private static readonly (string OfSource, string OfPair)[] s_addresses =
    [
        (nameof(NbdSourceAttribute.Host), nameof(ColoPairAttribute.NbdHost)),
        (nameof(NbdSourceAttribute.Port), nameof(ColoPairAttribute.NbdPort)),
    ];

    public static Rule GuestDisk { get; } = new(
        "COLO0801",
        "Export of a guest disk",
        "'{0}' is seen by the guest and exported: {1}; export a [HostDisk]",
        RuleSeverity.Error)
    {
        OfAttachment = (_, attachment) => attachment is { IsHostDisk: false, Export: not null }
            ? [new RuleResult(PlaceOfWritable(attachment), attachment.Dev, attachment.IsExportedWritable ? "both would write" : "no document exports it")]
            : [],
    };

    public static Rule ReadOnlyDisk { get; } = new(
        "COLO0802",
        "Writable export of a read-only disk",
        "'{0}' is read-only and exported writable, which QEMU refuses: remove one",
        RuleSeverity.Error)
    {
        OfAttachment = (context, attachment) => attachment is { IsHostDisk: true, IsReadOnly: true, IsExportedWritable: true }
            && !IsSecondaryDisk(context, attachment)
            ? [new RuleResult(PlaceOfWritable(attachment), attachment.Dev) { Related = new Place(attachment.Path, nameof(HostDiskAttribute.ReadOnly)) }]
            : [],
    };

    public static Rule DuplicateName { get; } = new(
        "COLO0803",
        "Duplicate NBD export name",
        "'{0}' is exported as '{1}', which '{2}' is already: give it another Name",
        RuleSeverity.Error)
    {
        OfTopology = context => Repeated.Groups(
            context.Topology.Attachments, static attachment => attachment is { IsHostDisk: true, Export: not null } ? attachment.ExportName : null)
            is { } groups ? DuplicateNames(groups) : [],
    };

    public static Rule DifferentExport { get; } = new(
        "COLO0804",
        "NBD export name mismatch",
        "The replica of '{0}' asks for the export '{1}', and the secondary's disk is exported as '{2}': remove Export, or make it the same",
        RuleSeverity.Error)
    {
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            let export = disk.Client.Settings.GetText(nameof(NbdSourceAttribute.Export))
            where disk.SecondaryDisk.Export is not null && export is not null && export != disk.ExportName
            select new RuleResult(new Place(disk.Client.Path, nameof(NbdSourceAttribute.Export)), disk.Dev, export, disk.ExportName)
            {
                Related = PlaceOfName(disk.SecondaryDisk),
            },
    };

    public static Rule ConstantAddress { get; } = new(
        "COLO0805",
        "Replica with a constant NBD address",
        "The replica of '{0}' has the constant {1} '{2}', and the pair connects it to {3}: make it a property, which the pair does not read",
        RuleSeverity.Error)
    {
        IsAboutConstants = true,
        OfPair = pair =>
            from disk in ReplicatedDisk.Of(pair)
            from setting in s_addresses
            let own = disk.Client.Settings.Get(setting.OfSource)
            let given = pair.Settings.Get(setting.OfPair)
            where own is TextConstant or NumberConstant && given is not null && own != given
            select new RuleResult(new Place(disk.Client.Path, setting.OfSource), disk.Dev, setting.OfSource, own.ConstantText()!, setting.OfPair),
    };

    public static Rule SamePort { get; } = new(
        "COLO0806",
        "Port conflict between NBD and migration",
        "The NBD server and the migration of '{0}' both listen on port {1} of the secondary: give each its own",
        RuleSeverity.Error)
    {
        OfPair = pair => pair.Settings.GetNumber(nameof(ColoPairAttribute.NbdPort)) is { } port
            && port == pair.Settings.GetNumber(nameof(ColoPairAttribute.MigrationPort)) && !HaveDifferentHosts(pair)
            ? [new RuleResult(Place.Of<ColoPairAttribute>("", nameof(ColoPairAttribute.MigrationPort)), pair.Type.Name, port.ToText())
            {
                Related = Place.Of<ColoPairAttribute>("", nameof(ColoPairAttribute.NbdPort)),
            }]
            : [],
    };

    public static Rule DifferentTls { get; } = new(
        "COLO0807",
        "Inconsistent TLS settings of a pair",
        "The replica of '{0}' {1} Tls, unlike that of '{2}': all go to one NBD server, so make them the same",
        RuleSeverity.Error)
    {
        OfPair = pair => ReplicatedDisk.Of(pair).ToArray() is [var first, ..] disks
            ? disks
                .Where(disk => UsesTls(disk) != UsesTls(first))
                .Select(disk => new RuleResult(
                    new Place(disk.Client.Path, nameof(NbdSourceAttribute.Tls)), disk.Dev, UsesTls(disk) ? "has" : "lacks", first.Dev)
                {
                    Related = new Place(first.Client.Path, nameof(NbdSourceAttribute.Tls)),
                })
            : [],
    };

    public static IEnumerable<Rule> All => [GuestDisk, ReadOnlyDisk, DuplicateName, DifferentExport, ConstantAddress, SamePort, DifferentTls];

    private static Place PlaceOfWritable(Attachment attachment) => Place.Of<NbdExportAttribute>(attachment.Path, nameof(NbdExportAttribute.Writable));

    private static Place PlaceOfName(Attachment attachment) => Place.Of<NbdExportAttribute>(attachment.Path, nameof(NbdExportAttribute.Name));

    private static bool IsSecondaryDisk(TopologyContext context, Attachment attachment) =>
        context.BackingReferences.All.Any(reference => reference.Replication is not null && reference.Disk!.Path == attachment.Path);

    private static IEnumerable<RuleResult> DuplicateNames(IEnumerable<IReadOnlyList<Attachment>> groups)
    {
        foreach (IReadOnlyList<Attachment> group in groups)
        {
            foreach (Attachment attachment in group.Skip(1))
            {
                yield return new RuleResult(PlaceOfName(attachment), attachment.Dev, attachment.ExportName, group[0].Dev) { Related = PlaceOfName(group[0]) };
            }
        }
    }

    private static bool HaveDifferentHosts(Pair pair) => pair.Settings.GetText(nameof(ColoPairAttribute.NbdHost)) is { } nbd
        && pair.Settings.GetText(nameof(ColoPairAttribute.MigrationHost)) is { } migration && nbd != migration.Trim('[', ']');

    private static bool UsesTls(ReplicatedDisk disk) => disk.Client.Settings.GetBoolean(nameof(NbdSourceAttribute.Tls));
}
