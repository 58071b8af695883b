using ColoGen.Core.Model;

namespace ColoGen.Core.Devices;

/// <summary>QEMU's machine types.</summary>
internal static class Machines
{
    /// <summary>Whether it has an AHCI controller of its own and no IDE or floppy controller.</summary>
    public static bool IsQ35(Topology topology) => topology.Machine?.IndexOf(DomainDefaults.Q35, StringComparison.Ordinal) >= 0;
}
