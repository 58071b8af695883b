using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>Reads one setting out of many. What is absent, or of another kind, is null: the rules have a word for it.</summary>
internal static class Settings
{
    public static DocumentValue? Get(this EquatableArray<Setting> settings, string name)
    {
        foreach (Setting setting in settings)
        {
            if (setting.Name == name) return setting.Value;
        }

        return null;
    }

    public static bool HasAny(this EquatableArray<Setting> settings, EquatableArray<string> names)
    {
        foreach (string name in names)
        {
            if (settings.Get(name) is not null) return true;
        }

        return false;
    }

    public static string? GetText(this EquatableArray<Setting> settings, string name) =>
        (settings.Get(name) as TextConstant)?.Text;

    public static long? GetNumber(this EquatableArray<Setting> settings, string name) =>
        (settings.Get(name) as NumberConstant)?.Number;

    public static bool GetBoolean(this EquatableArray<Setting> settings, string name) =>
        settings.Get(name) is BooleanConstant { Boolean: true };

    /// <summary>The member of an enum; null also for a number that has no member, and for <c>Default</c> and <c>Unspecified</c>.</summary>
    public static TEnum? GetEnum<TEnum>(this EquatableArray<Setting> settings, string name)
        where TEnum : struct, Enum => settings.Get(name) is EnumConstant { Member: var member } ? EnumMembers<TEnum>.Find(member) : null;
}
