namespace ColoGen;

/// <summary>
/// A record that holds the disks of one host: the properties with <see cref="DiskAttribute"/> are what the guest sees, those with
/// <see cref="HostDiskAttribute"/> what only the host sees. The record must be <c>partial</c>: the documents
/// are generated on it.
/// </summary>
/// <example><code>
/// [Topology]
/// public sealed partial record Host([Disk("vda")] Qcow2Image Root);
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TopologyAttribute : Attribute
{
    /// <summary>
    /// The documents that are generated, at least one. Default: all. A document less makes the project compile faster; its interface is then
    /// not implemented. The names of its members stay reserved.
    /// </summary>
    public TopologyDocuments Documents { get; set; } = TopologyDocuments.All;
}
