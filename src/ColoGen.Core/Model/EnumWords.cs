namespace ColoGen.Core.Model;

/// <summary>What QEMU, libvirt and messages call the members of ColoGen's enums.</summary>
internal static class EnumWords
{
    /// <summary>The name in lower case: <c>virtio</c>.</summary>
    public static string ToWord<TEnum>(this TEnum member)
        where TEnum : struct, Enum => member.ToString().ToLowerInvariant();
}
