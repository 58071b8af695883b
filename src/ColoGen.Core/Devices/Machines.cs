using ColoGen.Core.Model;

namespace ColoGen.Core.Devices;

/// <summary>QEMU's machine types.</summary>
internal static class Machines
{
    /// <summary>The names, and how others begin, of the machines on which libvirt finds a PCI bus. Ubuntu's are its aliases.</summary>
    private static readonly string[] s_names = ["pc", DomainDefaults.Q35, "ubuntu", "ubuntu-q35"];

    private static readonly string[] s_prefixes = ["pc-i440fx", "pc-q35", "pc-0.", "pc-1."];

    /// <summary>Whether it has an AHCI controller of its own and no IDE or floppy controller.</summary>
    public static bool IsQ35(Topology topology) => topology.Machine?.IndexOf(DomainDefaults.Q35, StringComparison.Ordinal) >= 0;

    /// <summary>Why libvirt places no disk on a machine; null where it does.</summary>
    public static string? Problem(string machine)
    {
        if (IsPc(machine)) return null;
        string lower = machine.ToLowerInvariant();
        return IsPc(lower) ? $"machine types are in small letters: use {lower}"
            : "libvirt finds no PCI bus on it: use q35, pc or a version of one, such as pc-q35-7.2 or pc-i440fx-7.2";
    }

    private static bool IsPc(string machine) =>
        s_names.Contains(machine) || s_prefixes.Any(prefix => machine.StartsWith(prefix, StringComparison.Ordinal));
}
