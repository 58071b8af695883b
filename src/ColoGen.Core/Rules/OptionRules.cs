using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO06xx: driver options.</summary>
internal static class OptionRules
{
    public static Rule OutOfRange { get; } = new(
        "COLO0601",
        "Number out of range",
        "{0} of '{1}' is {2}, and must be {3} to {4}",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting.Value is NumberConstant { Number: var number } && RangeOf(setting) is var (minimum, maximum)
            && (number < minimum || number > maximum)
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, number.ToText(), minimum.ToText(), maximum.ToText())]
            : [],
    };

    public static Rule NativeIo { get; } = new(
        "COLO0602",
        "Native I/O without direct cache",
        "'{0}' has Io = Native, which needs a direct cache: add Cache = None or Directsync",
        RuleSeverity.Error)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetEnum<DiskIo>(nameof(DiskAttribute.Io)) == DiskIo.Native
            && attachment.Settings.GetEnum<DiskCache>(nameof(DiskAttribute.Cache)) is not (DiskCache.None or DiskCache.Directsync)
            ? [new RuleResult(new Place(attachment.Path, nameof(DiskAttribute.Io)), attachment.Dev)
            {
                Related = PlaceOrNull(attachment, nameof(DiskAttribute.Cache)),
                Fixes = [new Fix(nameof(DiskAttribute.Cache), DiskCache.None), new Fix(nameof(DiskAttribute.Io), null)],
            }]
            : [],
    };

    public static Rule DetectZeroes { get; } = new(
        "COLO0603",
        "DetectZeroes = Unmap without Discard = Unmap",
        "'{0}' has DetectZeroes = Unmap, which QEMU refuses without Discard = Unmap",
        RuleSeverity.Error)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetEnum<DiskDetectZeroes>(nameof(DiskAttribute.DetectZeroes)) == DiskDetectZeroes.Unmap
            && attachment.Settings.GetEnum<DiskDiscard>(nameof(DiskAttribute.Discard)) != DiskDiscard.Unmap
            ? [new RuleResult(new Place(attachment.Path, nameof(DiskAttribute.DetectZeroes)), attachment.Dev)
            {
                Related = PlaceOrNull(attachment, nameof(DiskAttribute.Discard)),
                Fixes = [new Fix(nameof(DiskAttribute.Discard), DiskDiscard.Unmap), new Fix(nameof(DiskAttribute.DetectZeroes), DiskDetectZeroes.On)],
            }]
            : [],
    };

    public static Rule IoThreadOnBus { get; } = new(
        "COLO0604",
        "I/O thread not supported on this bus",
        "'{0}' has IoThread on {1}; {2}",
        RuleSeverity.Error)
    {
        OfAttachment = (_, disk) => disk is { IsHostDisk: false, Bus: { } bus } && ProblemOfIoThread(disk) is { } reason
            ? [new RuleResult(new Place(disk.Path, nameof(DiskAttribute.IoThread)), disk.Dev, bus.ToWord(), reason)
            {
                Related = PlaceOrNull(disk, nameof(DiskAttribute.Bus)) ?? new Place(disk.Path, nameof(DiskAttribute.Dev)),
                Fixes = [new Fix(nameof(DiskAttribute.IoThread), null)],
            }]
            : [],
    };

    public static Rule IoOfNetworkDisk { get; } = new(
        "COLO0605",
        "Io setting without a local image",
        "'{0}' has Io, and every layer of it is on the network, which has none: remove it",
        RuleSeverity.Warning)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetEnum<DiskIo>(nameof(DiskAttribute.Io)) is not null
            && !attachment.Top.Has(static layer => LayerKinds.Find(layer.Kind) is { TakesAio: true })
            ? [new RuleResult(new Place(attachment.Path, nameof(DiskAttribute.Io)), attachment.Dev) { Fixes = [new Fix(nameof(DiskAttribute.Io), null)] }]
            : [],
    };

    public static Rule UnsafeCache { get; } = new(
        "COLO0606",
        "Unsafe cache on a replicated disk",
        "'{0}' has Cache = Unsafe, which ignores flushes, so a failure of the host can lose what the guest has flushed: use None or Writeback",
        RuleSeverity.Warning)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetEnum<DiskCache>(nameof(DiskAttribute.Cache)) == DiskCache.Unsafe
            && (attachment.Export is not null || attachment.Top.HasReplica)
            ? [new RuleResult(new Place(attachment.Path, nameof(DiskAttribute.Cache)), attachment.Dev)]
            : [],
    };

    public static Rule UndefinedMember { get; } = new(
        "COLO0607",
        "Undefined enum value in a setting",
        "{0} of '{1}' is a number that has no name in its enum: use a member of it",
        RuleSeverity.Error)
    {
        // A format without a name is a missing format.
        OfSetting = setting => setting is { Value: EnumConstant { Member: "" }, Name: not nameof(SourceAttribute.Format) }
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner)]
            : [],
    };

    public static Rule UselessIoThread { get; } = new(
        "COLO0608",
        "I/O thread without effect",
        "'{0}' has IoThread, and shares layers with '{1}': QEMU keeps such layers in one thread and serves '{0}' from the main one; " +
        "remove IoThread, or share nothing",
        RuleSeverity.Warning)
    {
        OfAttachment = (context, disk) => !disk.IsHostDisk && disk.Settings.Get(nameof(DiskAttribute.IoThread)) is not null
            && SharingDisk(context, disk) is { } other
            ? [new RuleResult(new Place(disk.Path, nameof(DiskAttribute.IoThread)), disk.Dev, other.Dev)
            {
                Related = new Place(other.Path, nameof(DiskAttribute.Dev)),
                Fixes = [new Fix(nameof(DiskAttribute.IoThread), null)],
            }]
            : [],
    };

    public static Rule IgnoredByLayer { get; } = new(
        "COLO0609",
        "Disk setting ignored by a layer",
        "'{0}' has {1} = {2}; {3}",
        RuleSeverity.Warning)
    {
        OfAttachment = (_, tree) => WithoutEffect(tree, isOfLayer: true),
    };

    public static Rule IgnoredByDevice { get; } = new(
        "COLO0610",
        "Disk setting without effect on this device",
        "'{0}' has {1} = {2}; {3}",
        RuleSeverity.Warning)
    {
        OfAttachment = (_, tree) => WithoutEffect(tree, isOfLayer: false),
    };

    public static IEnumerable<Rule> All =>
    [
        OutOfRange, NativeIo, DetectZeroes, IoThreadOnBus, IoOfNetworkDisk, UnsafeCache, UndefinedMember, UselessIoThread, IgnoredByLayer, IgnoredByDevice,
    ];

    private static IEnumerable<RuleResult> WithoutEffect(Attachment tree, bool isOfLayer)
    {
        List<RuleResult>? results = null;
        foreach (DiskSetting setting in DiskSettingTable.All)
        {
            if (setting.WithoutEffect(tree) is not { } found || found.Layer is null == isOfLayer) continue;
            string member = ((EnumConstant)tree.Settings.Get(setting.Name)!).Member;
            (results ??= []).Add(new RuleResult(new Place(tree.Path, setting.Name), tree.Dev, setting.Name, member, found.Reason)
            {
                Related = found.Layer is { } layer ? new Place(layer.Path) : null,
                Fixes = [new Fix(setting.Name, found.Replacement)],
            });
        }

        return (IEnumerable<RuleResult>?)results ?? [];
    }

    private static Place? PlaceOrNull(Attachment disk, string setting) => disk.Settings.Get(setting) is null ? null : new Place(disk.Path, setting);

    private static string? ProblemOfIoThread(Attachment disk) =>
        IoThreadSetting.Setting.IsGiven(disk) ? IoThreadSetting.Setting.Check!.Unsupported(disk) : null;

    private static (long Minimum, long Maximum) RangeOf(DeclaredSetting setting) => setting switch
    {
        { Definition: { IsNumber: true, IsLimitedByTree: false } definition } => (definition.Minimum, definition.Maximum),
        { Kind: DeclarationKind.Disk } when DiskSettingTable.Find(setting.Name) is { Range: { } range } => (range.Minimum, range.Maximum),
        { Kind: DeclarationKind.Disk } when DeviceAddresses.RangeOf(setting.Name) is { } range => (range.Minimum, range.Maximum),
        { Kind: DeclarationKind.Domain } when DomainLimits.RangeOf(setting.Name) is { } range => (range.Minimum, range.Maximum),
        _ => RangeOf(setting.Name),
    };

    private static (long Minimum, long Maximum) RangeOf(string setting) => setting switch
    {
        nameof(ColoPairAttribute.NbdPort) or nameof(ColoPairAttribute.MigrationPort) => (TcpPort.Minimum, TcpPort.Maximum),
        nameof(ColoPairAttribute.CheckpointDelay) => (0, uint.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    /// <summary>Another disk of the guest that shares a layer with a disk, directly or over others; null where QEMU refuses a backing reference.</summary>
    private static Attachment? SharingDisk(TopologyContext context, Attachment disk)
    {
        if (context.BackingReferences.All.Count == 0) return null;
        if (context.BackingReferences.All.Any(reference => ExclusiveNode.IsRequired(context, reference))) return null;
        (string Path, string Other)[] neighbors = [.. context.BackingReferences.All
            .Where(context.BackingReferences.IsResolvable)
            .Select(reference => (reference.Attachment.Path, reference.Disk!.Path))
            .SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) })];
        var reached = new HashSet<string> { disk.Path };
        while (neighbors.Where(pair => reached.Contains(pair.Path)).Select(pair => pair.Other).FirstOrDefault(path => !reached.Contains(path)) is { } next)
        {
            reached.Add(next);
        }

        return context.Topology.Attachments.FirstOrDefault(tree => !tree.IsHostDisk && tree.Path != disk.Path && reached.Contains(tree.Path));
    }
}
