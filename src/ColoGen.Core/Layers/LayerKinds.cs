using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Layers;

/// <summary>Every kind of layer.</summary>
internal static class LayerKinds
{
    public static EquatableArray<LayerKind> All { get; } =
        [FileSourceKind.Kind, BlockSourceKind.Kind, NbdSourceKind.Kind, QuorumKind.Kind, ReplicationKind.Kind];

    private static readonly Dictionary<string, LayerKind> s_byAttribute = All.ToDictionary(kind => kind.Attribute);

    public static LayerKind? Find(string attribute) => s_byAttribute.TryGetValue(attribute, out LayerKind? kind) ? kind : null;

    public static LayerKind Get(string attribute) => s_byAttribute[attribute];
}
