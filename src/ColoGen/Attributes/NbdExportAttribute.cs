namespace ColoGen;

/// <summary>
/// The top layer of this host disk is exported over NBD: QEMU's <c>block-export-add</c> of type <c>nbd</c>. COLO's primary
/// writes to the secondary's disk through it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NbdExportAttribute : Attribute
{
    /// <summary>Name of the export, up to 4,096 bytes: QEMU's <c>name</c>. Left out, it is the dev of the host disk.</summary>
    public string? Name { get; set; }

    /// <summary>The client may write: QEMU's <c>writable</c>. COLO needs it.</summary>
    public bool Writable { get; set; }
}
