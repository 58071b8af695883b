using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    /// <summary>Where an NBD server listens that does not say where.</summary>
    private const int NbdPort = 10809;

    private static readonly Rule s_sharedImage = new(
        "COLO0120", "Two layers open one image, and one of them writes", "'{0}' at '{1}' opens '{2}', which '{3}' opens too, and one of them writes: the image would be corrupted, so give each its own", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfTopology = index => Findings.OfRepeated(
            index,
            index.Opened,
            static opened => Image(opened.Layer),
            static (_, group) => group.Any(opened => opened.Writes)
                ? group.Skip(1).Select(opened => new Finding(
                    ImagePlace(opened.Layer), opened.Layer.TypeName, opened.Layer.Path, Image(opened.Layer)!, group[0].Layer.Path)
                {
                    Related = ImagePlace(group[0].Layer),
                })
                : []),
    };

    private static readonly Rule s_sharedByList = new(
        "COLO0121", "The layers of a list open one image", "Every '{0}' of the list at '{1}' opens '{2}' for writing: make {3} a property", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfOpened = opened => opened is { Writes: true, Layer: { } layer } && IsInList(layer) && Image(layer) is { } image
            ? [new Finding(ImagePlace(layer), layer.TypeName, layer.Path, image, ImageSetting(layer))]
            : [],
    };

    private static readonly Rule s_guestWritesBase = Written(
        "COLO0208", "A layer stands on what a guest writes", "'{0}' at '{1}' stands on '{2}', which the guest writes as '{3}': make that disk read-only, or a [HostDisk]", NodeWriterKind.Guest, RuleCategory.References);

    private static readonly Rule s_exportWritesBase = Written(
        "COLO0209", "A layer stands on what an export writes", "'{0}' at '{1}' stands on '{2}', which its writable export changes underneath: only the hidden disk of a secondary replication may", NodeWriterKind.Export, RuleCategory.References);

    private static readonly Rule s_deviceNeedsItsNode = new(
        "COLO0210", "A layer stands on a disk whose device needs it alone", "'{0}' at '{1}' stands on '{2}', and QEMU gives no node that another stands on to a device {3}: use virtio without IoThread or sata for '{2}', or a [HostDisk]", RuleSeverity.Error, RuleCategory.References)
    {
        OfBackingReference = (index, overlay) => NeedsItsNode(index, overlay)
            ? [new Finding(PlaceOfDev(overlay), overlay.Layer.TypeName, overlay.Layer.Path, overlay.Disk!.Dev, NeedsItsNode(overlay.Disk)!)
            {
                Related = new Place(overlay.Disk.Path, overlay.Disk.Bus == "Scsi" ? "Bus" : "IoThread"),
            }]
            : [],
    };

    private static readonly Rule s_quorumRewritesBase = Written(
        "COLO0211", "A layer stands on what a quorum rewrites", "'{0}' at '{1}' stands on a layer of '{2}' that '{3}' rewrites: take RewriteCorrupted out, or refer to the quorum itself", NodeWriterKind.Quorum, RuleCategory.References);

    /// <summary>A layer stands on what this one writes.</summary>
    private static Rule Written(string id, string title, string message, NodeWriterKind kind, string category) => new(
        id, title, message, RuleSeverity.Error, category)
    {
        OfBackingReference = (index, overlay) => (kind != NodeWriterKind.Export || !(overlay.Opened.IsHidden || overlay.Opened.IsActive))
            && index.BackingReferences.Stands(overlay) && NodeWriter.Of(index, overlay) is { } writer && writer.Kind == kind
            ? [new Finding(PlaceOfDev(overlay), overlay.Layer.TypeName, overlay.Layer.Path, overlay.Reference.Dev!, writer.Name) { Related = writer.At }]
            : [],
    };

    /// <summary>Whether an overlay stands on a disk whose device takes no node on which others stand.</summary>
    private static bool NeedsItsNode(TopologyContext index, BackingReference overlay) =>
        overlay is { Reference.Index: 0, Disk: { IsHostDisk: false } disk } && NeedsItsNode(disk) is not null
        && index.BackingReferences.Stands(overlay) && NodeWriter.Of(index, overlay) is null;

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
        "NbdSource" => layer.Settings.Get("Export") is PropertyValue ? null : Server(layer)?.Replace("*", layer.Settings.GetText("Export")),
        _ => null,
    };

    /// <summary>The URI of an NBD server, with <c>*</c> for the export.</summary>
    private static string? Server(Layer layer) => (layer.Settings.GetText("Socket"), layer.Settings.GetText("Host"), layer.Settings.Get("Port")) switch
    {
        ({ } socket, _, _) => "nbd+unix:///*?socket=" + SamePath(socket),
        (_, { } host, not PropertyValue) => $"nbd://{host.ToLowerInvariant()}:{Text(layer.Settings.GetNumber("Port") ?? NbdPort)}/*",
        _ => null,
    };

    /// <summary>A whole path without what does not change where it leads.</summary>
    private static string? SamePath(string? path) => path is ['/', ..] && HasIdleParts(path)
        ? "/" + string.Join("/", path.Split('/').Where(part => part is not ("" or ".")))
        : path;

    /// <summary>Whether some part of a path may be empty or a dot.</summary>
    private static bool HasIdleParts(string path) =>
        path[path.Length - 1] == '/' || path.IndexOf("//", StringComparison.Ordinal) >= 0 || path.IndexOf("/.", StringComparison.Ordinal) >= 0;

    private static Place ImagePlace(Layer layer) => new(layer.Path, $"{layer.Kind}.{ImageSetting(layer)}");

    private static string ImageSetting(Layer layer) => layer.Kind switch
    {
        "BlockSource" => "Dev",
        "NbdSource" => layer.Settings.Get("Socket") is null ? "Host" : "Socket",
        _ => "File",
    };
}
