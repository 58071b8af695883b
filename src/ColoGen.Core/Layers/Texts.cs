using System.Globalization;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Layers;

/// <summary>Settings to texts.</summary>
internal static class Texts
{
    /// <summary>A string setting, or null where it is not given.</summary>
    public static Text? Text(this EquatableArray<Setting> settings, string name) => settings.Get(name) switch
    {
        TextConstant constant => constant.Text,
        PropertyValue value => new PropertyText(value.Access, value.IsNullable, value.Kind == ValueKind.Utf8),
        _ => null,
    };

    /// <summary>An integer setting, or null where it is not given.</summary>
    public static Text? Number(this EquatableArray<Setting> settings, string name, long minimum, long maximum = int.MaxValue) => settings.Get(name) switch
    {
        NumberConstant constant => constant.Number.ToString(CultureInfo.InvariantCulture),
        PropertyValue value => new PropertyNumber(value.Access, value.IsNullable, minimum, maximum),
        _ => null,
    };

    /// <summary>A boolean setting, or null where it is not given; a null word leaves the option out.</summary>
    public static Text? Boolean(this EquatableArray<Setting> settings, string name, string yes, string? no) => settings.Get(name) switch
    {
        BooleanConstant constant => constant.Boolean ? yes : no,
        PropertyValue value => new PropertyChoice(value.Access, value.IsNullable, "", [new TextCase("true", yes), new TextCase("false", no)]),
        _ => null,
    };

    /// <summary>An enum setting, or null where it is not given; a null word leaves the option out.</summary>
    public static Text? Member(this EquatableArray<Setting> settings, string name, Func<string, string?> word) => settings.Get(name) switch
    {
        EnumConstant constant => word(constant.Member),
        PropertyValue value => new PropertyChoice(
            value.Access,
            value.IsNullable,
            value.EnumType,
            value.EnumMembers.Select(member => new TextCase(member, word(member))).ToEquatableArray()),
        _ => null,
    };

    /// <summary>The word of most enum members: the name in lower case, nothing for the default.</summary>
    public static string? Word(string member) => member switch
    {
        "Default" or "Unspecified" => null,
        "IoUring" => "io_uring",
        _ => member.ToLowerInvariant(),
    };
}
