namespace ColoGen.Core.Devices;

/// <summary>What a domain has where <see cref="DomainAttribute"/> leaves a setting out.</summary>
internal static class DomainDefaults
{
    /// <summary>The machine type with an AHCI controller of its own and no IDE or floppy controller.</summary>
    public const string Q35 = "q35";

    public const string Machine = Q35;

    public const int MemoryMiB = 512;

    public const int Vcpus = 1;

    public const DomainType Type = DomainType.Kvm;

    public const string Emulator = "/usr/bin/qemu-system-x86_64";
}
