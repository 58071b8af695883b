namespace ColoGen;

/// <summary>The format of an image. libvirt: <c>&lt;driver type&gt;</c>. QEMU: the <c>driver</c> of the format node (QAPI <c>BlockdevDriver</c>).</summary>
/// <remarks>
/// The format is never detected. libvirt uses <c>raw</c> for a layer without a format, and the guest then sees the container's own bytes. QEMU probes, and a
/// guest can write what the probe then finds.
/// </remarks>
public enum DiskFormat
{
    /// <summary>No format. An error on every layer (COLO0101).</summary>
    Unspecified = 0,

    /// <summary>Plain bytes. libvirt <c>raw</c>, QEMU <c>raw</c>. No backing layer.</summary>
    Raw,

    /// <summary>QEMU's format. libvirt <c>qcow2</c>, QEMU <c>qcow2</c>. Can have a backing layer.</summary>
    Qcow2,

    /// <summary>QEMU's older format. libvirt <c>qcow</c>, QEMU <c>qcow</c>. Can have a backing layer.</summary>
    Qcow,

    /// <summary>QEMU's older format. libvirt <c>qed</c>, QEMU <c>qed</c>. Can have a backing layer.</summary>
    Qed,

    /// <summary>VMware's format. libvirt <c>vmdk</c>, QEMU <c>vmdk</c>. Can have a backing layer.</summary>
    Vmdk,

    /// <summary>VirtualBox's format. libvirt <c>vdi</c>, QEMU <c>vdi</c>. No backing layer.</summary>
    Vdi,

    /// <summary>Hyper-V's format. libvirt <c>vhd</c>, QEMU <c>vhdx</c>. No backing layer.</summary>
    Vhdx,

    /// <summary>Virtual PC's format. libvirt <c>vpc</c>, QEMU <c>vpc</c>. No backing layer.</summary>
    Vpc,

    /// <summary>Parallels' format. libvirt <c>ploop</c>, QEMU <c>parallels</c>. No backing layer.</summary>
    Parallels,

    /// <summary>Bochs' format. libvirt <c>bochs</c>, QEMU <c>bochs</c>. QEMU opens it read-only. No backing layer.</summary>
    Bochs,

    /// <summary>The compressed loop format. libvirt <c>cloop</c>, QEMU <c>cloop</c>. QEMU opens it read-only. No backing layer.</summary>
    Cloop,

    /// <summary>Apple's disk image. libvirt <c>dmg</c>, QEMU <c>dmg</c>. QEMU opens it read-only. No backing layer.</summary>
    Dmg,

    /// <summary>
    /// An encrypted image (LUKS). libvirt <c>raw</c> with <c>&lt;encryption format='luks'&gt;</c>, QEMU <c>luks</c>. No backing layer. Requires
    /// <see cref="SourceAttribute.SecretFile"/> and <see cref="SourceAttribute.SecretUuid"/>.
    /// </summary>
    Luks,
}
