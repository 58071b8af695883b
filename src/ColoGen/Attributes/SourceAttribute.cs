namespace ColoGen;

/// <summary>
/// What every layer that stands on storage has: one format over one storage, as in libvirt's <c>&lt;source&gt;</c> and
/// <c>&lt;driver type&gt;</c>. In QEMU it is two nodes, a format node and a storage node below it.
/// </summary>
/// <remarks>
/// The one property of such a record whose type is a layer is its backing layer. Any setting can be given
/// either here, as a constant, or as a property of the record of the same name, for a value known at run time; not both.
/// </remarks>
public abstract class SourceAttribute : LayerAttribute
{
    /// <summary>The format of the image. Required, constant.</summary>
    public DiskFormat Format { get; set; }

    /// <summary>
    /// How many bytes the guest finds in the image: the <c>virtual-size</c> of <c>qemu-img info</c>, at least 1. It is written into no document, but compared:
    /// the children of a quorum, the disks of a secondary replica and the two sides of a pair must be equal to the byte.
    /// </summary>
    /// <remarks>
    /// Left out, nothing is checked before the run. QEMU takes a replica of another size without a word, and aborts the
    /// primary (SIGABRT) at the first write past the end of the smaller one.
    /// </remarks>
    public long Size { get; set; }

    /// <summary>
    /// Path of the file that holds the passphrase of an encrypted image: QEMU's object <c>secret</c>, <c>file</c>.
    /// Encrypts <see cref="DiskFormat.Luks"/> (required) and <see cref="DiskFormat.Qcow2"/> (<c>encrypt.format</c> <c>luks</c>).
    /// </summary>
    public string? SecretFile { get; set; }

    /// <summary>
    /// UUID of the same passphrase in libvirt: <c>&lt;encryption format='luks'&gt;&lt;secret type='passphrase' uuid&gt;</c>.
    /// Required where <see cref="SecretFile"/> is given.
    /// </summary>
    public string? SecretUuid { get; set; }
}
