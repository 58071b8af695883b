using ColoGen;

namespace ColoPair;

/// <summary>The pair with values, which are ordinary properties.</summary>
internal static class Hosts
{
    /// <summary>The primary before and after its replica is attached.</summary>
    /// <param name="folder">Where the images are.</param>
    /// <param name="replica">Address of the secondary's NBD server; null before the replica is attached.</param>
    public static PrimaryHost Primary(string folder, DomainType type, (string Host, int Port)? replica) => new(
        new PrimaryRoot(
            new Qcow2Image($"{folder}/primary.qcow2"),
            replica is var (host, port) ? new PrimaryReplica(new SecondaryExport(host, port)) : null),
        type);

    public static SecondaryHost Secondary(string folder, DomainType type) => new(
        new Qcow2Image($"{folder}/parent.qcow2"),
        new SecondaryRoot(new SecondaryReplica(new ActiveDisk($"{folder}/active.qcow2", new HiddenDisk($"{folder}/hidden.qcow2")))),
        type);

    /// <summary>The pair as it is shown: addresses from the range that is kept for documentation.</summary>
    public static PrimaryHost ShownPrimary { get; } = Primary("/var/lib/libvirt/images", DomainType.Kvm, ("192.0.2.2", 10809));

    public static SecondaryHost ShownSecondary { get; } = Secondary("/var/lib/libvirt/images", DomainType.Kvm);

    public static ShopPair ShownPair { get; } = new(
        Primary("/var/lib/libvirt/images", DomainType.Kvm, replica: null),
        ShownSecondary,
        QemuVersion.Qemu7To10,
        NbdHost: "192.0.2.2",
        NbdPort: 10809,
        MigrationHost: "192.0.2.2",
        MigrationPort: 9998,
        CheckpointDelay: 500);
}
