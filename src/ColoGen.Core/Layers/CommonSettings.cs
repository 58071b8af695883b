using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Layers;

/// <summary>The settings that several kinds of layer have from a base class of their attributes.</summary>
internal static class CommonSettings
{
    /// <summary>Those of <see cref="LayerAttribute"/>.</summary>
    public static EquatableArray<LayerSetting> OfLayers { get; } =
    [
        new(nameof(LayerAttribute.Index), SettingType.Number) { IsConstantOnly = true, IsLimitedByTree = true },
    ];

    /// <summary>Those of <see cref="SourceAttribute"/>, with those of <see cref="LayerAttribute"/>.</summary>
    public static EquatableArray<LayerSetting> OfSources { get; } =
    [
        new(nameof(SourceAttribute.Format), SettingType.Enum) { IsConstantOnly = true },
        new(nameof(SourceAttribute.Size), SettingType.Size),
        new(nameof(SourceAttribute.SecretFile), SettingType.HostPath) { IsNeverNull = true },
        new(nameof(SourceAttribute.SecretUuid), SettingType.Uuid) { IsNeverNull = true },
        .. OfLayers,
    ];
}
