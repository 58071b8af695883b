using ColoGen.Core.Model;

namespace ColoGen.Core.Devices;

/// <summary>Where libvirt puts a disk on its bus, from the letters of its dev.</summary>
internal static class Targets
{
    public const int ScsiUnits = 7;
    public const int SataPorts = 6;
    public const int IdeUnits = 2;

    /// <summary>The disks of a machine's own IDE controller.</summary>
    public const int MaxIde = 4;

    /// <summary>The drives of a floppy controller.</summary>
    public const int MaxFloppies = 2;

    /// <summary>The places of a PCI bus, and so the most controllers that the letters of a dev may ask for.</summary>
    public const int MaxControllers = 32;

    /// <summary>The bus of a dev without a declared bus; null where libvirt has none for its prefix.</summary>
    public static DiskBus? BusOf(string dev) => dev switch
    {
        ['v', 'd', ..] => DiskBus.Virtio,
        ['s', 'd', ..] => DiskBus.Scsi,
        ['h', 'd', ..] => DiskBus.Ide,
        ['f', 'd', ..] => DiskBus.Fdc,
        _ => null,
    };

    /// <summary>The usual prefix of the devs on a bus.</summary>
    public static string PrefixOf(DiskBus bus) => bus switch
    {
        DiskBus.Virtio => "vd",
        DiskBus.Ide => "hd",
        DiskBus.Fdc => "fd",
        _ => "sd",
    };

    /// <summary>The number of the letters after the prefix: <c>a</c> 0, <c>z</c> 25, <c>aa</c> 26; null for anything else.</summary>
    public static int? Number(string dev)
    {
        if (dev.Length > 6 || dev is not ['v' or 's' or 'h' or 'f', 'd', _, ..]) return null;
        int number = 0;
        for (int at = 2; at < dev.Length; at++)
        {
            char letter = dev[at];
            if (letter is < 'a' or > 'z') return null;
            number = (number * 26) + (letter - 'a' + 1);
        }

        return number - 1;
    }

    /// <summary>The letters of a number: 0 <c>a</c>, 26 <c>aa</c>.</summary>
    public static string Letters(int number) =>
        (number >= 26 ? Letters((number / 26) - 1) : "") + (char)('a' + (number % 26));

    public static int Number(Attachment disk) => Number(disk.Dev)!.Value;

    /// <summary>The disks as libvirt sorts them: by bus in the order of first use, inside a bus by number.</summary>
    public static IReadOnlyList<Attachment> Sorted(Topology topology)
    {
        var disks = new List<Attachment>(topology.Attachments.Count);
        var buses = new List<DiskBus?>();
        foreach (Attachment attachment in topology.Attachments)
        {
            if (attachment.IsHostDisk) continue;
            disks.Add(attachment);
            if (!buses.Contains(attachment.Bus)) buses.Add(attachment.Bus);
        }

        return [.. disks.OrderBy(disk => buses.IndexOf(disk.Bus)).ThenBy(Number)];
    }
}
