namespace ColoGen;

/// <summary>
/// Declares the disks of one host. A property with <see cref="DiskAttribute"/> is a disk of the guest, a property with <see cref="HostDiskAttribute"/> a
/// tree that only the host sees. The record must be <c>partial</c>: the documents are generated into it.
/// </summary>
/// <example><code>
/// [Topology]
/// public sealed partial record Host([Disk("vda")] Qcow2Image Root);
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TopologyAttribute : Attribute
{
    /// <summary>Declares the disks of one host.</summary>
    public TopologyAttribute()
    {
    }

    /// <summary>
    /// The documents that are generated, at least one. Default: all. A document less makes the project compile faster; its interface is then
    /// not implemented. The names of its members stay reserved.
    /// </summary>
    public TopologyDocuments Documents { get; set; } = TopologyDocuments.All;
}
