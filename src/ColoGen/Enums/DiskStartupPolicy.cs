namespace ColoGen;

/// <summary>
/// What libvirt does where the image of a disk is not there when a domain starts. libvirt: <c>&lt;source startupPolicy&gt;</c>. QEMU has no such setting.
/// </summary>
public enum DiskStartupPolicy
{
    /// <summary>The documents have no such setting: as <see cref="Mandatory"/>.</summary>
    Default = 0,

    /// <summary>libvirt <c>mandatory</c>: the domain does not start.</summary>
    Mandatory,

    /// <summary>
    /// libvirt <c>requisite</c>: the domain does not start, but after a migration, a restored memory image or a revert it goes on with an empty drive. Only
    /// for CD-ROM and floppy drives.
    /// </summary>
    Requisite,

    /// <summary>libvirt <c>optional</c>: a CD-ROM or floppy drive is empty, and any other disk is left out.</summary>
    Optional,
}
