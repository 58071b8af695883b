using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_sharedImage = new(
        "COLO0120", "Two layers open one image, and one of them writes", "'{0}' at '{1}' opens '{2}', which '{3}' opens too, and one of them writes: the image would be corrupted, so give each its own", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfTopology = index => OpenedLayer.All(index.Topology)
            .Where(opened => Image(opened.Layer) is not null)
            .GroupBy(opened => Image(opened.Layer))
            .Where(group => group.Any(opened => opened.Writes))
            .SelectMany(group => group.Skip(1).Select(opened => new Finding(
                ImagePlace(opened.Layer), opened.Layer.TypeName, opened.Layer.Path, group.Key!, group.First().Layer.Path)
            {
                Related = ImagePlace(group.First().Layer),
            })),
    };

    private static readonly Rule s_sharedByList = new(
        "COLO0121", "The layers of a list open one image", "Every '{0}' of the list at '{1}' opens '{2}' for writing: make {3} a property", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfTopology = index => OpenedLayer.All(index.Topology)
            .Where(opened => opened.Writes && Image(opened.Layer) is not null && opened.Layer.Path.Contains("[]"))
            .Select(opened => new Finding(
                ImagePlace(opened.Layer), opened.Layer.TypeName, opened.Layer.Path, Image(opened.Layer)!, ImageSetting(opened.Layer))),
    };

    private static readonly Rule s_guestWritesBase = new(
        "COLO0208", "A layer stands on what a guest writes", "'{0}' at '{1}' stands on '{2}', which the guest writes as '{3}': make that disk read-only, or a [HostDisk]", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => References(index)
            .Select(item => (item, Target: index.Topology.Find(item.Reference.Dev ?? "")))
            .Where(found => found.Target is { IsHostDisk: false } && found.Target.Dev != found.item.Attachment.Dev && IsWritten(index, found.item.Reference))
            .Select(found => new Finding(
                DevOf(found.item), found.item.Layer.TypeName, found.item.Layer.Path, found.item.Reference.Dev!, found.Target!.Path)
            {
                Related = new Place(found.Target.Path, "Dev"),
            }),
    };

    private static readonly Rule s_exportWritesBase = new(
        "COLO0209", "A layer stands on what an export writes", "'{0}' at '{1}' stands on '{2}', which its writable export changes underneath: only the hidden disk of a secondary replication may", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => OpenedLayer.All(index.Topology)
            .Where(opened => !opened.IsHidden && !opened.IsActive && opened.Attachment.Bind(opened.Layer) is { Dev: { } dev }
                && index.Topology.Find(dev)?.Export?.GetBoolean("Writable") == true)
            .Select(opened => (opened, Reference: opened.Attachment.Bind(opened.Layer)!))
            .Where(found => IsWritten(index, found.Reference))
            .Select(found => new Finding(
                DevOf((found.opened.Attachment, found.opened.Layer, found.Reference)), found.opened.Layer.TypeName, found.opened.Layer.Path, found.Reference.Dev!)
            {
                Related = new Place(index.Topology.Find(found.Reference.Dev!)!.Path, "NbdExport.Writable"),
            }),
    };

    private static readonly Rule s_deviceNeedsItsNode = new(
        "COLO0210", "A layer stands on a disk whose device needs it alone", "'{0}' at '{1}' stands on '{2}', and QEMU gives no node that another stands on to a device {3}: use virtio without IoThread or sata for '{2}', or a [HostDisk]", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => References(index)
            .Where(item => item.Reference.Index == 0)
            .Select(item => (item, Target: index.Topology.Find(item.Reference.Dev ?? "")))
            .Where(found => found.Target is { IsHostDisk: false } && found.Target.Dev != found.item.Attachment.Dev && !IsWritten(index, found.item.Reference))
            .Select(found => (found.item, Target: found.Target!, Device: NeedsItsNode(found.Target!)))
            .Where(found => found.Device is not null)
            .Select(found => new Finding(
                DevOf(found.item), found.item.Layer.TypeName, found.item.Layer.Path, found.Target.Dev, found.Device!)
            {
                Related = new Place(found.Target.Path, found.Target.Bus == "Scsi" ? "Bus" : "IoThread"),
            }),
    };

    private static readonly Rule s_quorumRewritesBase = new(
        "COLO0211", "A layer stands on what a quorum rewrites", "'{0}' at '{1}' stands on '{2}', which '{3}' rewrites: take RewriteCorrupted out, or refer to the quorum itself", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => References(index)
            .Where(item => index.Topology.Find(item.Reference.Dev ?? "") is { IsHostDisk: true } target && target.Export?.GetBoolean("Writable") != true)
            .Select(item => (item, Target: index.Find(item.Reference), Quorum: RewritingQuorum(index, item.Reference)))
            .Where(found => found.Quorum is not null)
            .Select(found => new Finding(
                DevOf(found.item), found.item.Layer.TypeName, found.item.Layer.Path, found.Target!.Path, found.Quorum!.TypeName)
            {
                Related = new Place(found.Quorum.Path, "RewriteCorrupted"),
            }),
    };

    /// <summary>The quorum that mends the layer which a reference names.</summary>
    private static Layer? RewritingQuorum(TopologyIndex index, Reference reference) => IsWritten(index, reference)
        ? OpenedLayer.Of(index.Topology.Find(reference.Dev!)!)
            .Where(opened => IsRewriting(opened) && opened.Layer.PreOrder().Skip(1).Any(below => below.Path == index.Find(reference)!.Path))
            .Select(opened => opened.Layer)
            .FirstOrDefault()
        : null;

    /// <summary>Why a device takes no node on which others stand.</summary>
    private static string? NeedsItsNode(Attachment disk) => disk switch
    {
        { Bus: "Scsi" } => "on virtio-scsi",
        _ when disk.Settings.Get("IoThread") is not null => "with an I/O thread",
        _ => null,
    };

    /// <summary>Whether the layer that a reference names is opened for writing. What lies below the top of a chain is not.</summary>
    private static bool IsWritten(TopologyIndex index, Reference reference) => index.Find(reference) is { } layer
        && OpenedLayer.Of(index.Topology.Find(reference.Dev!)!).Any(opened => opened.Writes && opened.Layer.Path == layer.Path);

    /// <summary>What a layer opens, where that is constant.</summary>
    private static string? Image(Layer layer) => layer.Kind switch
    {
        "FileSource" => layer.Settings.GetText("File"),
        "BlockSource" => layer.Settings.GetText("Dev"),
        "NbdSource" => layer.Settings.GetText("Socket") is { } socket
            ? $"{socket} {layer.Settings.GetText("Export")}"
            : layer.Settings.GetText("Host") is { } host && layer.Settings.Get("Port") is not RunTimeValue && layer.Settings.Get("Export") is not RunTimeValue
                ? $"nbd://{host}:{layer.Settings.GetNumber("Port") ?? 10809}/{layer.Settings.GetText("Export")}"
                : null,
        _ => null,
    };

    private static Place ImagePlace(Layer layer) => new(layer.Path, $"{layer.Kind}.{ImageSetting(layer)}");

    private static string ImageSetting(Layer layer) => layer.Kind switch
    {
        "BlockSource" => "Dev",
        "NbdSource" => layer.Settings.Get("Socket") is null ? "Host" : "Socket",
        _ => "File",
    };
}
