using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_range = new(
        "COLO0601", "A number is out of range", "{0} of '{1}' is {2}, and must be {3} to {4}", RuleSeverity.Error, RuleCategory.Options)
    {
        OfLayer = layer => OutOfRange(layer.Path, layer.TypeName, layer.Settings),
        OfAttachment = (_, attachment) => OutOfRange(attachment.Path, attachment.Dev, attachment.Settings),
        OfTopology = index => OutOfRange("", index.Topology.Type.Name, index.Topology.Domain ?? default),
        OfPair = pair => OutOfRange("", pair.Type.Name, pair.Settings),
    };

    private static readonly Rule s_nativeIo = new(
        "COLO0602", "Native I/O through the page cache", "'{0}' has Io = Native, which needs Cache = None or Directsync", RuleSeverity.Error, RuleCategory.Options)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetMember("Io") == "Native" && attachment.Settings.GetMember("Cache") is not ("None" or "Directsync")
            ? [new Finding(new Place(attachment.Path, "Io"), attachment.Dev)
            {
                Related = attachment.Settings.Get("Cache") is null ? null : new Place(attachment.Path, "Cache"),
                Fixes = [new Fix("Cache", "global::ColoGen.DiskCache.None"), new Fix("Io", null)],
            }]
            : [],
    };

    private static readonly Rule s_detectZeroes = new(
        "COLO0603", "Zeroes become discards that are not passed on", "'{0}' has DetectZeroes = Unmap, which QEMU refuses without Discard = Unmap", RuleSeverity.Error, RuleCategory.Options)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetMember("DetectZeroes") == "Unmap" && attachment.Settings.GetMember("Discard") != "Unmap"
            ? [new Finding(new Place(attachment.Path, "DetectZeroes"), attachment.Dev)
            {
                Related = attachment.Settings.Get("Discard") is null ? null : new Place(attachment.Path, "Discard"),
                Fixes = [new Fix("Discard", "global::ColoGen.DiskDiscard.Unmap"), new Fix("DetectZeroes", "global::ColoGen.DiskDetectZeroes.On")],
            }]
            : [],
    };

    private static readonly Rule s_ioThread = new(
        "COLO0604", "An I/O thread on a bus that has none", "'{0}' has IoThread on {1}; only virtio disks have one", RuleSeverity.Error, RuleCategory.Options)
    {
        OfAttachment = (_, disk) => disk is { IsHostDisk: false, Bus: not (null or "Virtio") and var bus } && disk.Settings.Get("IoThread") is not null
            ? [new Finding(new Place(disk.Path, "IoThread"), disk.Dev, bus.ToLowerInvariant())
            {
                Related = new Place(disk.Path, disk.Settings.Get("Bus") is null ? "Dev" : "Bus"),
                Fixes = [new Fix("IoThread", null)],
            }]
            : [],
    };

    private static readonly Rule s_ioOverNetwork = new(
        "COLO0605", "Io on a disk that has no file", "'{0}' has Io, and every layer of it is on the network, which has none: take it out", RuleSeverity.Warning, RuleCategory.Options)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetMember("Io") is not null
            && !attachment.Top.Has(static layer => layer.Kind is "FileSource" or "BlockSource")
            ? [new Finding(new Place(attachment.Path, "Io"), attachment.Dev) { Fixes = [new Fix("Io", null)] }]
            : [],
    };

    private static readonly Rule s_unsafeCache = new(
        "COLO0606", "A cache that loses what the guest flushed", "'{0}' has Cache = Unsafe, which drops every flush, so this copy does not outlive a failure of its host: use None or Writeback", RuleSeverity.Warning, RuleCategory.Options)
    {
        OfAttachment = (_, attachment) => attachment.Settings.GetMember("Cache") == "Unsafe"
            && (attachment.Export is not null || IsReplicated(attachment))
            ? [new Finding(new Place(attachment.Path, "Cache"), attachment.Dev)]
            : [],
    };

    private static readonly Rule s_noMember = new(
        "COLO0607", "A value that its enum does not have", "{0} of '{1}' is a number that has no name in its enum: use a member of it", RuleSeverity.Error, RuleCategory.Options)
    {
        OfLayer = layer => NoMember(layer.Path, layer.TypeName, layer.Settings),
        OfAttachment = (_, attachment) => NoMember(attachment.Path, attachment.Dev, attachment.Settings),
        OfTopology = index => NoMember("", index.Topology.Type.Name, index.Topology.Domain ?? default),
        OfPair = pair => NoMember("", pair.Type.Name, pair.Settings),
    };

    private static readonly Rule s_idleThread = new(
        "COLO0608", "An I/O thread that serves nothing", "'{0}' has IoThread, and shares layers with '{1}': QEMU keeps such layers in one thread and serves '{0}' from the main one; take IoThread out, or share nothing", RuleSeverity.Warning, RuleCategory.Options)
    {
        OfAttachment = (index, disk) => !disk.IsHostDisk && disk.Settings.Get("IoThread") is not null && SharingDisk(index, disk) is { } other
            ? [new Finding(new Place(disk.Path, "IoThread"), disk.Dev, other.Dev)
            {
                Related = new Place(other.Path, "Dev"),
                Fixes = [new Fix("IoThread", null)],
            }]
            : [],
    };

    /// <summary>Another disk of the guest that a way over overlays and their backing leads to, where QEMU takes every overlay.</summary>
    private static Attachment? SharingDisk(TopologyContext index, Attachment disk)
    {
        if (index.BackingReferences.All.Any(overlay => NeedsItsNode(index, overlay))) return null;
        (string Path, string Other)[] ways = [.. index.BackingReferences.All
            .Where(index.BackingReferences.Stands)
            .Select(overlay => (overlay.Attachment.Path, overlay.Disk!.Path))
            .SelectMany(way => new[] { way, (way.Item2, way.Item1) })];
        var reached = new HashSet<string> { disk.Path };
        while (ways.Where(way => reached.Contains(way.Path)).Select(way => way.Other).FirstOrDefault(path => !reached.Contains(path)) is { } next) reached.Add(next);
        return index.Topology.Attachments.FirstOrDefault(tree => !tree.IsHostDisk && tree.Path != disk.Path && reached.Contains(tree.Path));
    }

    /// <summary>A format without a name is a layer without a format.</summary>
    private static IEnumerable<Finding> NoMember(string path, string owner, EquatableArray<Setting> settings) => Findings.OfEach((path, owner), settings, static (at, setting) =>
        setting is { Value: EnumConstant { Member: "" }, Name: not "Format" } ? new Finding(new Place(at.path, setting.Name), setting.Name, at.owner) : null);

    private static IEnumerable<Finding> OutOfRange(string path, string owner, EquatableArray<Setting> settings) => Findings.OfEach((path, owner), settings, static (at, setting) =>
    {
        if (setting.Value is not NumberConstant { Number: var number }) return null;
        (long minimum, long maximum) = setting.Name switch
        {
            "Port" or "NbdPort" or "MigrationPort" => (1, 65535),
            "BootOrder" or "IoThread" or "MemoryMiB" or "Vcpus" => (1, int.MaxValue),
            "CheckpointDelay" => (0, uint.MaxValue),
            "Size" => (1, long.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        return number < minimum || number > maximum
            ? new Finding(new Place(at.path, setting.Name), setting.Name, at.owner, Text(number), Text(minimum), Text(maximum))
            : null;
    });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
