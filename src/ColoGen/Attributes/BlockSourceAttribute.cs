namespace ColoGen;

/// <summary>
/// A layer on a block device of the host. libvirt: <c>type='block'</c>. QEMU: the driver <c>host_device</c> (QAPI <c>BlockdevOptionsFile</c>).
/// </summary>
/// <example><code>
/// [BlockSource(Format = DiskFormat.Raw)]
/// public sealed partial record Volume(string Dev);
/// </code></example>
/// <seealso href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt: disks</seealso>
public sealed class BlockSourceAttribute : SourceAttribute
{
    /// <summary>Makes a record a layer on a block device.</summary>
    public BlockSourceAttribute()
    {
    }

    /// <summary>
    /// Absolute path of the device, such as <c>/dev/mapper/vg-lv0</c>. Required. libvirt: <c>&lt;source dev&gt;</c>. QEMU: <c>filename</c>.
    /// </summary>
    public string? Dev { get; set; }
}
