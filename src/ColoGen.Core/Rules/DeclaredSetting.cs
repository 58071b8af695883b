using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>A setting with the declaration that has it.</summary>
/// <param name="Path">The path of the layer or disk; empty for a domain or pair.</param>
/// <param name="Owner">The layer's type, the disk's dev, or the type of the topology or pair, for messages.</param>
/// <param name="LayerKind">The kind of the layer that has it; null for another declaration, and for an unknown kind.</param>
internal readonly record struct DeclaredSetting(DeclarationKind Kind, string Path, string Owner, Setting Setting, LayerKind? LayerKind = null)
{
    public string Name => Setting.Name;

    public DocumentValue Value => Setting.Value;

    public string? Text => (Setting.Value as TextConstant)?.Text;

    /// <summary>What the kind of layer says about it; null where there is no kind.</summary>
    public LayerSetting? Definition => LayerKind?.Find(Name);

    public Place Place => new(Path, Name);
}

internal enum DeclarationKind
{
    Layer,
    Disk,
    Export,
    Domain,
    Pair,
}
