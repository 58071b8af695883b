namespace ColoGen;

/// <summary>
/// The format of an image: the <c>driver</c> of a QEMU format node and the <c>type</c> of a libvirt <c>&lt;driver&gt;</c>.
/// </summary>
/// <remarks>
/// A format is never guessed. libvirt takes a missing format for <c>raw</c> and hands the guest the bytes of the
/// container; QEMU probes, and a guest can forge what it probes.
/// </remarks>
public enum DiskFormat
{
    /// <summary>No format was given. An error on every layer.</summary>
    Unspecified = 0,

    /// <summary>Plain bytes. QEMU <c>raw</c>, libvirt <c>raw</c>. Cannot have a backing layer.</summary>
    Raw,

    /// <summary>QEMU <c>qcow2</c>, libvirt <c>qcow2</c>. Can have a backing layer.</summary>
    Qcow2,

    /// <summary>QEMU <c>qcow</c>, libvirt <c>qcow</c>. Can have a backing layer.</summary>
    Qcow,

    /// <summary>QEMU <c>qed</c>, libvirt <c>qed</c>. Can have a backing layer.</summary>
    Qed,

    /// <summary>VMware's format. QEMU <c>vmdk</c>, libvirt <c>vmdk</c>. Can have a backing layer.</summary>
    Vmdk,

    /// <summary>VirtualBox's format. QEMU <c>vdi</c>, libvirt <c>vdi</c>.</summary>
    Vdi,

    /// <summary>Hyper-V's format. QEMU <c>vhdx</c>, libvirt <c>vhd</c>.</summary>
    Vhdx,

    /// <summary>Virtual PC's format. QEMU <c>vpc</c>, libvirt <c>vpc</c>.</summary>
    Vpc,

    /// <summary>Parallels' format. QEMU <c>parallels</c>, libvirt <c>ploop</c>.</summary>
    Parallels,

    /// <summary>QEMU <c>bochs</c>, libvirt <c>bochs</c>. QEMU opens it read-only.</summary>
    Bochs,

    /// <summary>QEMU <c>cloop</c>, libvirt <c>cloop</c>. QEMU opens it read-only.</summary>
    Cloop,

    /// <summary>Apple's disk image. QEMU <c>dmg</c>, libvirt <c>dmg</c>. QEMU opens it read-only.</summary>
    Dmg,

    /// <summary>
    /// Encrypted bytes. QEMU <c>luks</c>; libvirt <c>raw</c> with <c>&lt;encryption format='luks'&gt;</c>. Needs a secret.
    /// </summary>
    Luks,
}
