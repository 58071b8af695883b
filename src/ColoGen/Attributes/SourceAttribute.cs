namespace ColoGen;

/// <summary>
/// Base class of the attributes for layers with storage of their own: one image format over one storage. libvirt: <c>&lt;source&gt;</c> and
/// <c>&lt;driver type&gt;</c>. QEMU: two nodes, a format node and, as its child <c>file</c>, a storage node.
/// </summary>
/// <remarks>
/// A property of the record whose type is a layer is the backing layer; there can be one. Each setting is either an argument of the attribute (a constant)
/// or a property of the record with the same name (a value that is known at run time), not both.
/// </remarks>
public abstract class SourceAttribute : LayerAttribute
{
    /// <summary>The format of the image, as a constant. Required. libvirt: <c>&lt;driver type&gt;</c>. QEMU: the <c>driver</c> of the format node.</summary>
    public DiskFormat Format { get; set; }

    /// <summary>
    /// Size of the image as the guest sees it, in bytes, at least 1: the <c>virtual-size</c> of <c>qemu-img info</c>. Default: unknown. It is in no document.
    /// The rules compare it: the children of a quorum, the disks of a secondary and the two sides of a pair must have equal sizes.
    /// </summary>
    /// <remarks>
    /// Without it, the rules compare nothing. QEMU accepts a replica that is smaller than the primary's disk. The first write past the end of the replica
    /// then aborts the primary's QEMU (SIGABRT), and with it the guest.
    /// </remarks>
    public long Size { get; set; }

    /// <summary>
    /// Absolute path of the file with the passphrase of an encrypted image: <see cref="DiskFormat.Luks"/>, which requires it, or
    /// <see cref="DiskFormat.Qcow2"/>. QEMU: <c>file</c> of an object <c>secret</c> (QAPI <c>SecretProperties.file</c>), which is the node's <c>key-secret</c>
    /// or <c>encrypt.key-secret</c>.
    /// </summary>
    public string? SecretFile { get; set; }

    /// <summary>
    /// UUID of the same passphrase in libvirt. Required together with <see cref="SecretFile"/>.
    /// libvirt: <c>&lt;encryption format='luks'&gt;&lt;secret type='passphrase' uuid&gt;</c>.
    /// </summary>
    public string? SecretUuid { get; set; }
}
