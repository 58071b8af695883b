namespace ColoGen;

/// <summary>
/// A layer in a regular file: libvirt's <c>type='file'</c>, QEMU's protocol driver <c>file</c>.
/// </summary>
/// <example><code>
/// [FileSource(Format = DiskFormat.Qcow2)]
/// public sealed partial record Qcow2Image(string File);
/// </code></example>
public sealed class FileSourceAttribute : SourceAttribute
{
    /// <summary>Absolute path of the image: libvirt's <c>file</c>, QEMU's <c>filename</c>.</summary>
    public string? File { get; set; }
}
