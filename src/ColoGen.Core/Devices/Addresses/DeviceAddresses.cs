using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Addresses;

/// <summary>Every kind of address.</summary>
internal static class DeviceAddresses
{
    public static EquatableArray<AddressKind> All { get; } = [PciAddress.Kind, DriveAddress.Kind, UsbAddress.Kind];

    private static readonly Dictionary<string, NumberRange> s_ranges =
        All.SelectMany(kind => kind.Ranges).ToDictionary(range => range.Setting, range => range.Range);

    /// <summary>Whether an attribute of this name, without its suffix, gives an address.</summary>
    public static bool IsAttribute(string name) => All.Any(kind => kind.Attribute == name);

    /// <summary>The kind of address that disks of a bus have.</summary>
    public static AddressKind OfBus(DiskBus bus) => All.First(kind => kind.IsOfBus(bus));

    /// <summary>The kinds of address that a disk is given.</summary>
    public static IEnumerable<AddressKind> DeclaredOn(Attachment disk)
    {
        foreach (AddressKind kind in All)
        {
            if (disk.Settings.Get(kind.FirstSetting) is not null) yield return kind;
        }
    }

    public static bool IsDeclaredOn(Attachment disk)
    {
        foreach (AddressKind kind in All)
        {
            if (disk.Settings.Get(kind.FirstSetting) is not null) return true;
        }

        return false;
    }

    /// <summary>Whether a number of a disk's address is one that no bus has, which the rule about ranges reports.</summary>
    public static bool IsOutOfRange(Attachment disk) => DeclaredOn(disk).Any(kind => kind.Ranges.Any(range =>
        disk.Settings.GetNumber(range.Setting) is { } number && (number < range.Range.Minimum || number > range.Range.Maximum)));

    /// <summary>The limits of a number; null for another setting.</summary>
    public static NumberRange? RangeOf(string setting) => s_ranges.TryGetValue(setting, out NumberRange range) ? range : null;
}
