using ColoGen.Core.Layers.Formats;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>What becomes of a kind of request on its way from the top of a tree to the images that are written.</summary>
/// <param name="Support">The QEMUs in which it reaches an image that honors it.</param>
/// <param name="Layer">The first layer that ignores it; null where none does in any QEMU.</param>
internal sealed record RequestPath(QemuSupport Support, Layer? Layer)
{
    private static readonly RequestPath s_honored = new(QemuSupport.All, Layer: null);

    /// <summary>The driver that ignores it, for messages.</summary>
    public string Driver
    {
        get
        {
            LayerKind kind = LayerKinds.Get(Layer!.Kind);
            string driver = kind.IsSource && Layer.Format is { } format ? DiskFormats.Get(format).Driver : kind.Driver;
            return $"QEMU{(Support == QemuSupport.Since11 ? " 7.2" : "")}'s driver {driver} ('{Layer.TypeName}')";
        }
    }

    /// <summary>Of discards.</summary>
    public static RequestPath OfDiscards(Layer top) => Of(top, static kind => kind.PassesDiscards, static format => format.Discards);

    /// <summary>Of writes of zeroes that are not to be written as data.</summary>
    public static RequestPath OfZeroes(Layer top) => Of(top, static kind => kind.PassesZeroes, static format => format.RecordsZeroes);

    /// <summary>
    /// Of writes of zeroes that are to free what the image takes. A quorum frees nothing where a child can't; one that may be absent does not count.
    /// </summary>
    public static RequestPath OfUnmappingZeroes(Layer top) =>
        Of(top, static kind => kind.PassesZeroes, static format => format.Discards, isForAll: true);

    /// <summary>A quorum passes a request to all children. A source passes none to its backing layer.</summary>
    /// <param name="isForAll">Whether the child that honors it least counts, not the one that honors it best.</param>
    private static RequestPath Of(Layer layer, Func<LayerKind, bool> passes, Func<DiskFormatKind, QemuSupport> honors, bool isForAll = false)
    {
        if (LayerKinds.Find(layer.Kind) is not { } kind) return s_honored;
        if (kind.IsSource)
        {
            QemuSupport support = layer.Format is { } format ? honors(DiskFormats.Get(format)) : QemuSupport.All;
            return support == QemuSupport.All ? s_honored : new(support, layer);
        }

        if (!passes(kind)) return new(QemuSupport.None, layer);
        RequestPath? found = null;
        foreach (Edge edge in layer.Edges)
        {
            if (isForAll && edge.Kind == EdgeKind.Optional) continue;
            RequestPath below = Of(edge.Layer, passes, honors, isForAll);
            if (found is null || (isForAll ? below.Support < found.Support : below.Support > found.Support)) found = below;
        }

        return found ?? s_honored;
    }
}
