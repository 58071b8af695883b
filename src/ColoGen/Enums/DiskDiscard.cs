namespace ColoGen;

/// <summary>
/// What happens to discard requests (trim, unmap). libvirt: <c>&lt;driver discard&gt;</c>. QEMU: <c>discard</c> of each node but storage nodes, which always
/// have <c>unmap</c> (QAPI <c>BlockdevDiscardOptions</c>).
/// </summary>
public enum DiskDiscard
{
    /// <summary>The documents have no such setting. QEMU's default is that of <see cref="Ignore"/>.</summary>
    Default = 0,

    /// <summary>libvirt and QEMU <c>ignore</c>: discards are ignored.</summary>
    Ignore,

    /// <summary>
    /// libvirt and QEMU <c>unmap</c>: discards are passed on to the image. Raw and qcow2 images free what is discarded; a quorum, a replica and most other
    /// formats ignore it (QEMU 7.2 and 11).
    /// </summary>
    Unmap,
}
