using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

internal static class DeclaredSize
{
    /// <summary>The size that a layer is declared to have, in bytes; null where none is declared, or only at run time.</summary>
    public static long? SizeOf(Layer layer)
    {
        if (LayerKinds.Find(layer.Kind) is { IsSource: true }) return layer.Settings.GetNumber(nameof(SourceAttribute.Size));
        foreach (Edge edge in layer.Edges)
        {
            if (SizeOf(edge.Layer) is { } size) return size;
        }

        return null;
    }
}
