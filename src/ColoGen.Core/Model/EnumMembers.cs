namespace ColoGen.Core.Model;

/// <summary>The members of one of ColoGen's enums, by name, without the one that means that nothing is given.</summary>
internal static class EnumMembers<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> s_byName = Enum.GetNames(typeof(TEnum))
        .Where(name => name is not (nameof(DiskCache.Default) or nameof(DiskBus.Unspecified)))
        .ToDictionary(name => name, name => (TEnum)Enum.Parse(typeof(TEnum), name));

    public static TEnum? Find(string name) => s_byName.TryGetValue(name, out TEnum member) ? member : null;
}
