using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>Settings as documents have them.</summary>
internal static class SettingValues
{
    /// <summary>An integer setting with its limits, or null where it is not given.</summary>
    public static DocumentValue? Number(this EquatableArray<Setting> settings, string name, long minimum, long maximum = int.MaxValue) =>
        settings.Get(name) switch
        {
            PropertyValue property => property with { Minimum = minimum, Maximum = maximum },
            var constant => constant,
        };

    /// <inheritdoc cref="Number(EquatableArray{Setting}, string, long, long)"/>
    public static DocumentValue? Number(this EquatableArray<Setting> settings, string name, NumberRange range) =>
        settings.Number(name, range.Minimum, range.Maximum);

    /// <summary>A setting with its limits; its default where it is not given, or null.</summary>
    public static DocumentValue? Get(this EquatableArray<Setting> settings, LayerSetting setting) =>
        (setting.IsNumber ? settings.Number(setting.Name, setting.Minimum, setting.Maximum) : settings.Get(setting.Name)) ?? setting.Default;

    /// <summary>A Boolean setting as one of two texts, or null where it is not given.</summary>
    public static DocumentValue? Boolean(this EquatableArray<Setting> settings, string name, string whenTrue, string whenFalse) =>
        settings.Get(name)?.Boolean(whenTrue, whenFalse);

    /// <summary>A Boolean as one of two texts.</summary>
    public static DocumentValue Boolean(this DocumentValue value, string whenTrue, string whenFalse) => value switch
    {
        BooleanConstant constant => constant.Boolean ? whenTrue : whenFalse,
        PropertyValue property => property with { Map = [new MappedValue("true", whenTrue), new MappedValue("false", whenFalse)] },
        _ => value,
    };

    /// <summary>An enum setting as a text, or null where it is not given.</summary>
    /// <param name="text">The text of a member; null leaves the option out.</param>
    public static DocumentValue? Member(this EquatableArray<Setting> settings, string name, Func<string, string?> text) => settings.Get(name) switch
    {
        EnumConstant constant => text(constant.Member),
        PropertyValue property => property with { Map = property.EnumMembers.Select(member => new MappedValue(member, text(member))).ToEquatableArray() },
        _ => null,
    };

    /// <summary>An enum setting as the text that most have: the name in small letters, nothing for the default.</summary>
    public static DocumentValue? Member(this EquatableArray<Setting> settings, string name) => settings.Member(name, LowerCase);

    private static string? LowerCase(string member) => member switch
    {
        nameof(DiskCache.Default) or nameof(DiskBus.Unspecified) => null,
        nameof(DiskIo.IoUring) => "io_uring",
        _ => member.ToLowerInvariant(),
    };
}
