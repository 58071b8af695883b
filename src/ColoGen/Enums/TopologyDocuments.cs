namespace ColoGen;

/// <summary>The documents that are generated for a topology. Members can be combined.</summary>
[Flags]
public enum TopologyDocuments
{
    /// <summary>The tree XML: <c>ITreeXml</c>.</summary>
    TreeXml = 1 << 0,

    /// <summary>
    /// libvirt's domain XML: <c>IDomainXml</c> where the topology has a <see cref="DomainAttribute"/>, otherwise its disks, <c>IDeviceXml</c>.
    /// </summary>
    DomainXml = 1 << 1,

    /// <summary>The arguments <c>-blockdev</c>, <c>-object</c> and <c>-device</c> of QEMU: <c>IBlockdevArguments</c>.</summary>
    BlockdevArguments = 1 << 2,

    /// <summary>
    /// The QMP commands that add the disks to a running QEMU and remove them: <c>IQmp</c> and <c>IQmpInverse</c>.
    /// </summary>
    Qmp = 1 << 3,

    /// <summary>The arguments <c>-drive</c> of QEMU: <c>IDriveArguments</c>.</summary>
    DriveArguments = 1 << 4,

    /// <summary>The block graph as Mermaid and as DOT: <c>IMermaid</c> and <c>IDot</c>.</summary>
    Diagrams = 1 << 5,

    /// <summary>Every document, those of later versions included.</summary>
    All = TreeXml | DomainXml | BlockdevArguments | Qmp | DriveArguments | Diagrams,
}
