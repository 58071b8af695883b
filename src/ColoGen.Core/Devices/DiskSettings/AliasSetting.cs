using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>A label: no document of QEMU has it.</summary>
internal static class AliasSetting
{
    /// <summary>What libvirt leaves to users begins with it.</summary>
    private const string Prefix = "ua-";

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Alias),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311")
        {
            InvalidText = (_, alias) => ForUsers(alias) is var valid && valid == alias
                ? null
                : $"libvirt drops it without a word, unless it is 'ua-' with letters, digits, '_' and '-': give '{valid}'",
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Get(nameof(DiskAttribute.Alias)),
        Xml = new XmlPlace("alias", "name"),
        Node = null,
        Device = null,
        SeenByGuest = null,
    };

    /// <summary>The declared alias; null where there is none.</summary>
    public static string? Declared(Attachment disk) => disk.IsHostDisk ? null : disk.Settings.GetText(nameof(DiskAttribute.Alias));

    /// <summary>The alias by which a domain's own elements find a disk: as declared, or by its dev.</summary>
    public static string Of(Attachment disk) => Declared(disk) ?? Prefix + disk.Dev;

    /// <summary>The alias of a user that is most like a text.</summary>
    private static string ForUsers(string alias)
    {
        string name = alias.StartsWith(Prefix, StringComparison.Ordinal) ? alias.Substring(Prefix.Length) : alias;
        return Prefix + (name.Length == 0 ? "disk" : string.Concat(name.Select(static character => IsOfUsers(character) ? character : '-')));
    }

    private static bool IsOfUsers(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
}
