namespace ColoGen;

/// <summary>How a BIOS translates cylinders, heads and sectors. libvirt: <c>&lt;geometry trans&gt;</c>. QEMU: <c>bios-chs-trans</c>.</summary>
public enum DiskTranslation
{
    /// <summary>The documents have no such setting. QEMU chooses by the size of the disk.</summary>
    Default = 0,

    /// <summary>libvirt and QEMU <c>none</c>: they are as on the disk.</summary>
    None,

    /// <summary>libvirt and QEMU <c>auto</c>: QEMU chooses by the size of the disk.</summary>
    Auto,

    /// <summary>libvirt and QEMU <c>lba</c>: they are made from the number of the sector.</summary>
    Lba,
}
