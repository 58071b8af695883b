using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices;

/// <summary>Where libvirt puts a disk on its bus, from the letters of its dev.</summary>
internal static class Targets
{
    /// <summary>The places of a PCI bus, and so the most controllers that the letters of a dev may ask for.</summary>
    public const int MaxControllers = 32;

    /// <summary>The number of the letters after the prefix: <c>a</c> 0, <c>z</c> 25, <c>aa</c> 26; null for anything else.</summary>
    public static int? Number(string dev)
    {
        if (dev.Length is < 3 or > 6 || DiskBuses.OfPrefix(dev) is null) return null;
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

    /// <summary>The number of the letters, where they give the disk its place; null where its place is declared, and for anything else.</summary>
    public static int? PlaceOfLetters(Attachment disk) => DriveAddress.Declared(disk) is null ? Number(disk.Dev) : null;

    /// <summary>The disks that the guest sees on a bus, as declared.</summary>
    public static IEnumerable<Attachment> On(Topology topology, DiskBus bus) =>
        topology.Attachments.Where(attachment => !attachment.IsHostDisk && attachment.Bus == bus);

    /// <summary>The disks as libvirt sorts them: by bus in the order of first use, inside a bus by number.</summary>
    public static IReadOnlyList<Attachment> Sorted(Topology topology)
    {
        var disks = new List<Attachment>(topology.Attachments.Count);
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk) disks.Insert(PlaceOf(disks, attachment), attachment);
        }

        return disks;
    }

    /// <summary>Where a disk belongs among disks that are sorted.</summary>
    private static int PlaceOf(List<Attachment> disks, Attachment disk)
    {
        int at = disks.Count;
        while (at > 0 && disks[at - 1].Bus != disk.Bus) at--;
        if (at == 0) return disks.Count;
        while (at > 0 && disks[at - 1].Bus == disk.Bus && Number(disks[at - 1]) > Number(disk)) at--;
        return at;
    }
}
