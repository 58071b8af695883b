using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    /// <summary>Where an NBD server listens that does not say where.</summary>
    private const int NbdPort = 10809;

    private static readonly Rule s_sharedImage = new(
        "COLO0120", "Two layers open one image, and one of them writes", "'{0}' at '{1}' opens '{2}', which '{3}' opens too, and one of them writes: the image would be corrupted, so give each its own", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfTopology = index => index.Opened
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
        OfTopology = index => index.Opened
            .Where(opened => opened.Writes && Image(opened.Layer) is not null && opened.Layer.Path.Contains("[]"))
            .Select(opened => new Finding(
                ImagePlace(opened.Layer), opened.Layer.TypeName, opened.Layer.Path, Image(opened.Layer)!, ImageSetting(opened.Layer))),
    };

    private static readonly Rule s_guestWritesBase = Written(
        "COLO0208", "A layer stands on what a guest writes", "'{0}' at '{1}' stands on '{2}', which the guest writes as '{3}': make that disk read-only, or a [HostDisk]", WriterKind.Guest, RuleCategory.References);

    private static readonly Rule s_exportWritesBase = Written(
        "COLO0209", "A layer stands on what an export writes", "'{0}' at '{1}' stands on '{2}', which its writable export changes underneath: only the hidden disk of a secondary replication may", WriterKind.Export, RuleCategory.References);

    private static readonly Rule s_deviceNeedsItsNode = new(
        "COLO0210", "A layer stands on a disk whose device needs it alone", "'{0}' at '{1}' stands on '{2}', and QEMU gives no node that another stands on to a device {3}: use virtio without IoThread or sata for '{2}', or a [HostDisk]", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => DisksThatNeedTheirNode(index)
            .Select(found => new Finding(
                found.Overlay.Dev, found.Overlay.Layer.TypeName, found.Overlay.Layer.Path, found.Disk.Dev, NeedsItsNode(found.Disk)!)
            {
                Related = new Place(found.Disk.Path, found.Disk.Bus == "Scsi" ? "Bus" : "IoThread"),
            }),
    };

    private static readonly Rule s_quorumRewritesBase = Written(
        "COLO0211", "A layer stands on what a quorum rewrites", "'{0}' at '{1}' stands on a layer of '{2}' that '{3}' rewrites: take RewriteCorrupted out, or refer to the quorum itself", WriterKind.Quorum, RuleCategory.References);

    /// <summary>A layer stands on what this one writes.</summary>
    private static Rule Written(string id, string title, string message, WriterKind kind, string category) => new(
        id, title, message, RuleSeverity.Error, category)
    {
        OfTopology = index => Overlay.Standing(index)
            .Where(item => kind != WriterKind.Export || !(item.Opened.IsHidden || item.Opened.IsActive))
            .Select(item => (item, Writer: Writer.Of(index, item.Reference)))
            .Where(found => found.Writer?.Kind == kind)
            .Select(found => new Finding(
                found.item.Dev, found.item.Layer.TypeName, found.item.Layer.Path, found.item.Reference.Dev!, found.Writer!.Name)
            {
                Related = found.Writer.At,
            }),
    };

    /// <summary>The disks whose device takes no node on which others stand, each with what stands on it.</summary>
    private static IEnumerable<(Overlay Overlay, Attachment Disk)> DisksThatNeedTheirNode(TopologyIndex index) =>
        from overlay in Overlay.Standing(index)
        where overlay.Reference.Index == 0 && Writer.Of(index, overlay.Reference) is null
        let disk = index.Topology.Find(overlay.Reference.Dev!)!
        where !disk.IsHostDisk && NeedsItsNode(disk) is not null
        select (overlay, disk);

    /// <summary>Why a device takes no node on which others stand.</summary>
    private static string? NeedsItsNode(Attachment disk) => disk switch
    {
        { Bus: "Scsi" } => "on virtio-scsi",
        _ when disk.Settings.Get("IoThread") is not null => "with an I/O thread",
        _ => null,
    };

    /// <summary>What a layer opens, where that is constant.</summary>
    private static string? Image(Layer layer) => layer.Kind switch
    {
        "FileSource" => SamePath(layer.Settings.GetText("File")),
        "BlockSource" => SamePath(layer.Settings.GetText("Dev")),
        "NbdSource" => layer.Settings.Get("Export") is RunTimeValue ? null : Server(layer)?.Replace("*", layer.Settings.GetText("Export")),
        _ => null,
    };

    /// <summary>The URI of an NBD server, with <c>*</c> for the export.</summary>
    private static string? Server(Layer layer) => (layer.Settings.GetText("Socket"), layer.Settings.GetText("Host"), layer.Settings.Get("Port")) switch
    {
        ({ } socket, _, _) => "nbd+unix:///*?socket=" + SamePath(socket),
        (_, { } host, not RunTimeValue) => $"nbd://{host.ToLowerInvariant()}:{Text(layer.Settings.GetNumber("Port") ?? NbdPort)}/*",
        _ => null,
    };

    /// <summary>A whole path without what does not change where it leads.</summary>
    private static string? SamePath(string? path) =>
        path is ['/', ..] ? "/" + string.Join("/", path.Split('/').Where(part => part is not ("" or "."))) : path;

    private static Place ImagePlace(Layer layer) => new(layer.Path, $"{layer.Kind}.{ImageSetting(layer)}");

    private static string ImageSetting(Layer layer) => layer.Kind switch
    {
        "BlockSource" => "Dev",
        "NbdSource" => layer.Settings.Get("Socket") is null ? "Host" : "Socket",
        _ => "File",
    };
}
