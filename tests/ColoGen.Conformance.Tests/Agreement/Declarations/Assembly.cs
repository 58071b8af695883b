using System.Collections.Immutable;
using System.Globalization;

namespace ColoGen.Conformance.Tests.Agreement.Declarations;

/// <summary>Puts trees together: gives images their paths, layers their numbers, and references what they refer to.</summary>
internal sealed class Assembly
{
    /// <summary>How many exports of each format an NBD server has.</summary>
    public const int Exports = 8;

    private readonly Dictionary<string, int> _exports = [];
    private readonly Dictionary<string, string> _readOnlyImages = [];
    private readonly List<Tree> _trees = [];
    private readonly References _references;
    private int _images;

    private Assembly(References references) => _references = references;

    public static Host Of(Host host, References references)
    {
        var assembly = new Assembly(references);
        foreach (Tree tree in host.Trees) assembly._trees.Add(assembly.Finished(tree));
        return host with { Trees = [.. assembly._trees.Select(assembly.WithoutIdleThread)] };
    }

    /// <summary>A tree without an I/O thread, where it shares layers with another disk.</summary>
    private Tree WithoutIdleThread(Tree tree)
    {
        var together = new HashSet<string> { tree.Dev };
        while (_trees.Any(other => Devs(other).Any(together.Contains) && Devs(other).Any(together.Add)))
        {
        }

        return _trees.Count(other => !other.IsHostDisk && together.Contains(other.Dev)) > 1 ? tree.Without("IoThread") : tree;

        static IEnumerable<string> Devs(Tree tree) => tree.Top.PreOrder().Select(layer => layer.Reference?.Dev).OfType<string>().Append(tree.Dev);
    }

    private Tree Finished(Tree tree)
    {
        var written = new HashSet<Layer>(tree.Opened().Where(opened => opened.Writes).Select(opened => opened.Layer), ReferenceEqualityComparer.Instance);
        var pins = new HashSet<int>();
        IReadOnlyList<Reference> targets = _references == References.None ? [] : [.. _trees.SelectMany(Targets)];
        tree = tree with { Top = Finished(tree.Top, written.Contains, targets, pins, isTop: true) };
        if (tree.Top.PreOrder().All(layer => !layer.IsLocal)) tree = tree.Without("Io");
        if (!tree.Top.IsLocal || tree.Top.PreOrder().Any(layer => !layer.IsSource || layer.Reference is not null)) tree = tree.Without("StartupPolicy");
        if (tree.Top.Settings.GetValueOrDefault("Format") != "DiskFormat.Raw") tree = tree.Without("Shareable");
        bool isReplicated = tree.Export is not null || tree.Top.PreOrder().Any(layer => layer.Kind == "Replication");
        return isReplicated && tree.Settings.GetValueOrDefault("Cache") == "DiskCache.Unsafe" ? tree.With("Cache", "DiskCache.Writeback") : tree;
    }

    private Layer Finished(Layer layer, Func<Layer, bool> writes, IReadOnlyList<Reference> targets, HashSet<int> pins, bool isTop)
    {
        Layer finished = WithImage(layer, writes(layer));
        if (!isTop && layer.Wishes.Pin is { } pin && pins.Add(pin)) finished = finished.With("Index", $"{pin}");
        if (layer.Wishes.Target is { } target && targets.Count > 0) finished = finished with { Reference = targets[target % targets.Count] };
        return finished with { Below = [.. layer.Below.Select(below => Finished(below, writes, targets, pins, isTop: false))] };
    }

    private Layer WithImage(Layer layer, bool writes)
    {
        if (layer.Kind == "NbdSource")
        {
            int export = _exports[layer.Image] = _exports.GetValueOrDefault(layer.Image) + 1;
            if (export <= Exports) return layer.With("Export", HostText.Literal($"{layer.Image}{export}"));
            layer = layer with { Kind = "FileSource", Settings = layer.Settings.RemoveRange(["Socket", "Host", "Port"]) };
        }

        if (!layer.IsLocal) return layer;
        string place = layer.Kind == "BlockSource" ? Host.DevicePlace : Host.Place;
        string path = HostText.Literal($"{place}{++_images}{layer.Wishes.Suffix}.{Extension(layer.Image)}");
        if (!writes)
        {
            string kind = layer.Kind + layer.Image;
            if (layer.Wishes.Sharing && _readOnlyImages.TryGetValue(kind, out string? shared)) path = shared;
            _readOnlyImages[kind] = path;
        }

        return layer.With(layer.PathSetting, path);
    }

    private static string Extension(string image) => image switch
    {
        "encrypted" => "encrypted.qcow2",
        "luks" => "img",
        _ => image,
    };

    /// <summary>What another tree may stand on.</summary>
    private IEnumerable<Reference> Targets(Tree tree)
    {
        OpenedLayer[] layers = [.. tree.Opened()];
        HashSet<int> pins =
        [
            .. layers.Where(opened => opened.Layer.Settings.ContainsKey("Index"))
                .Select(opened => int.Parse(opened.Layer.Settings["Index"], CultureInfo.InvariantCulture)),
        ];
        int next = 0;
        foreach (OpenedLayer opened in layers)
        {
            int number;
            if (opened.Layer.Settings.TryGetValue("Index", out string? pin))
            {
                number = int.Parse(pin, CultureInfo.InvariantCulture);
            }
            else
            {
                while (pins.Contains(next)) next++;
                number = next++;
            }

            bool hasDevice = ReferenceEquals(opened.Layer, tree.Top) && !tree.IsHostDisk;
            bool isOwnedByDevice = hasDevice && (tree.Bus == "Scsi" || tree.Settings.ContainsKey("IoThread"));
            bool isOnlyOfHost = tree.IsHostDisk && !tree.IsExportedWritable && !opened.IsRewritten;
            if (_references == References.ToAnything || (opened.Writes ? isOnlyOfHost : !isOwnedByDevice)) yield return new Reference(tree.Dev, number);
        }
    }
}

/// <summary>Which layers of other trees a tree may stand on.</summary>
internal enum References
{
    None,

    /// <summary>What nobody writes, and no device wants for itself.</summary>
    ToWhatStays,

    ToAnything,
}
