namespace ColoGen;

/// <summary>
/// A layer in a regular file of the host. libvirt: <c>type='file'</c>. QEMU: the driver <c>file</c> (QAPI <c>BlockdevOptionsFile</c>).
/// </summary>
/// <example><code>
/// [FileSource(Format = DiskFormat.Qcow2)]
/// public sealed partial record Qcow2Image(string File);
/// </code></example>
/// <seealso href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt: disks</seealso>
public sealed class FileSourceAttribute : SourceAttribute
{
    /// <summary>Makes a record a layer on a file.</summary>
    public FileSourceAttribute()
    {
    }

    /// <summary>Absolute path of the image. Required. libvirt: <c>&lt;source file&gt;</c>. QEMU: <c>filename</c>.</summary>
    public string? File { get; set; }
}
