using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Layers of a kind with a constant for each setting of its own, which no topology declares.</summary>
internal static class LayerSamples
{
    /// <summary>The settings that its base class does not have.</summary>
    public static IEnumerable<LayerSetting> SettingsOf(LayerKind kind) =>
        kind.Settings.Where(setting => CommonSettings.OfSources.All(common => common.Name != setting.Name));

    /// <summary>The layer with every setting, and the layers with every setting but one.</summary>
    public static IEnumerable<EquatableArray<Setting>> MostSettings(LayerKind kind)
    {
        Setting[] all = [.. SettingsOf(kind).Select(setting => new Setting(setting.Name, ValueOf(kind, setting)))];
        yield return all.ToEquatableArray();
        foreach (Setting left in all) yield return all.Where(setting => setting != left).ToEquatableArray();
    }

    /// <summary>The options of a layer's driver, and of the objects that it needs.</summary>
    public static IEnumerable<Option> Options(LayerKind kind, EquatableArray<Setting> settings) =>
        DriverOptions(kind, settings).Concat(kind.Objects(ContextOf(kind, settings)).SelectMany(item => item));

    /// <summary>The options of a layer's driver.</summary>
    public static IEnumerable<Option> DriverOptions(LayerKind kind, EquatableArray<Setting> settings) => kind.Options(ContextOf(kind, settings));

    private static LayerContext ContextOf(LayerKind kind, EquatableArray<Setting> settings)
    {
        var layer = new Layer(kind.Attribute, kind.Attribute, Access.Itself, settings, Edges: default, Reference: null);
        var attachment = new Attachment(
            "vda",
            IsHostDisk: false,
            Settings: default,
            new Edge("Root", EdgeKind.Required, Access.Itself, CountMember: "", layer),
            Binding: null,
            Export: null);
        return new LayerContext(layer, attachment, new NodeName("vda-0"), new NodeName("vda-0"));
    }

    private static DocumentValue ValueOf(LayerKind kind, LayerSetting setting) => setting.Type switch
    {
        SettingType.Enum => new EnumConstant(Enum.GetNames(
            typeof(LayerAttribute).Assembly.GetType($"{nameof(ColoGen)}.{kind.Attribute}{nameof(Attribute)}")!.GetProperty(setting.Name)!.PropertyType)[^1]),
        SettingType.Boolean => new BooleanConstant(true),
        SettingType.Number or SettingType.Size or SettingType.TcpPort => new NumberConstant(setting.Minimum + 1),
        _ => new TextConstant("/" + setting.Name),
    };
}
