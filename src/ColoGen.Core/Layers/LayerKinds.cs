using System.Reflection;

namespace ColoGen.Core.Layers;

/// <summary>Every kind of layer. Each is a field in a file of its own.</summary>
internal static partial class LayerKinds
{
    private static readonly Lazy<IReadOnlyDictionary<string, LayerKind>> s_all = new(() =>
        typeof(LayerKinds).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null))
            .OfType<LayerKind>()
            .ToDictionary(kind => kind.Attribute));

    public static IEnumerable<LayerKind> All => s_all.Value.Values;

    public static LayerKind? Find(string attribute) => s_all.Value.TryGetValue(attribute, out LayerKind? kind) ? kind : null;

    public static LayerKind Get(string attribute) => s_all.Value[attribute];
}
