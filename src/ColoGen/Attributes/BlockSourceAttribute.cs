namespace ColoGen;

/// <summary>
/// A layer on a block device of the host: libvirt's <c>type='block'</c>, QEMU's protocol driver <c>host_device</c>.
/// </summary>
/// <example><code>
/// [BlockSource(Format = DiskFormat.Raw)]
/// public sealed partial record Volume(string Dev);
/// </code></example>
public sealed class BlockSourceAttribute : SourceAttribute
{
    /// <summary>Absolute path of the device, such as <c>/dev/mapper/vg-lv0</c>: libvirt's <c>dev</c>, QEMU's <c>filename</c>.</summary>
    public string? Dev { get; set; }
}
