namespace ColoGen;

/// <summary>
/// Exports the top layer of a host disk over NBD. On a property with <see cref="HostDiskAttribute"/>. COLO's primary writes to the secondary disk through
/// this export. QEMU: the command <c>block-export-add</c> with type <c>nbd</c> (QAPI <c>BlockExportOptions</c>).
/// </summary>
/// <remarks>
/// The commands of a <see cref="ColoPairAttribute"/> export the disk of each replica. The other documents of a topology do not have the export.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NbdExportAttribute : Attribute
{
    /// <summary>Exports the top layer of a host disk over NBD.</summary>
    public NbdExportAttribute()
    {
    }

    /// <summary>
    /// Name of the export, at most 4,096 bytes of UTF-8. Default: the dev of the host disk. QEMU: <c>name</c> (QAPI <c>BlockExportOptionsNbdBase</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether a client can write. COLO needs <see langword="true"/>. Default: <see langword="false"/>. QEMU: <c>writable</c>
    /// (QAPI <c>BlockExportOptions</c>).
    /// </summary>
    public bool Writable { get; set; }
}
