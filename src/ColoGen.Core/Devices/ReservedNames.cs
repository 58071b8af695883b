namespace ColoGen.Core.Devices;

/// <summary>The devs whose nodes or drives would have the names that libvirt or QEMU gives its own.</summary>
internal static class ReservedNames
{
    /// <summary>The dev in the names of libvirt's nodes: <c>libvirt-1-format</c>, <c>libvirt-1-storage</c>.</summary>
    public const string Libvirt = "libvirt";

    /// <summary>The interfaces of QEMU's <c>-drive</c>.</summary>
    private static readonly string[] s_interfaces = ["none", "ide", "scsi", "floppy", "pflash", "mtd", "sd", "virtio", "xen"];

    private static readonly string[] s_media = ["-hd", "-cd"];

    /// <summary>
    /// Whether QEMU gives such an id to a drive without one, and to the empty drives of a machine without <c>-nodefaults</c>: the interface, a number,
    /// and on a bus of several drives <c>-hd</c> or <c>-cd</c> and another.
    /// </summary>
    public static bool IsDriveId(string dev)
    {
        foreach (string name in s_interfaces)
        {
            if (dev.StartsWith(name, StringComparison.Ordinal) && IsUnit(dev.Substring(name.Length))) return true;
        }

        return false;
    }

    private static bool IsUnit(string rest)
    {
        foreach (string media in s_media)
        {
            int at = rest.IndexOf(media, StringComparison.Ordinal);
            if (at >= 0) return IsNumber(rest.Substring(0, at)) && IsNumber(rest.Substring(at + media.Length));
        }

        return IsNumber(rest);
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(digit => digit is >= '0' and <= '9');
}
