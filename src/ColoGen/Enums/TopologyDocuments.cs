namespace ColoGen;

/// <summary>The documents that are generated for a topology. Members can be combined.</summary>
[Flags]
public enum TopologyDocuments
{
    /// <summary>The tree XML: <see cref="T:ColoGen.ITreeXml"/>.</summary>
    TreeXml = 1 << 0,

    /// <summary>
    /// libvirt's domain XML: <see cref="T:ColoGen.IDomainXml"/> where the topology has a <see cref="DomainAttribute"/>, otherwise its parts
    /// <see cref="T:ColoGen.IDeviceXml"/> and <see cref="T:ColoGen.IQemuXml"/>.
    /// </summary>
    DomainXml = 1 << 1,

    /// <summary>The arguments <c>-blockdev</c>, <c>-object</c> and <c>-device</c> of QEMU: <see cref="T:ColoGen.IBlockdevArguments"/>.</summary>
    BlockdevArguments = 1 << 2,

    /// <summary>
    /// The QMP commands that add the disks to a running QEMU and remove them: <see cref="T:ColoGen.IQmp"/> and <see cref="T:ColoGen.IQmpInverse"/>.
    /// </summary>
    Qmp = 1 << 3,

    /// <summary>The arguments <c>-drive</c> of QEMU: <see cref="T:ColoGen.IDriveArguments"/>.</summary>
    DriveArguments = 1 << 4,

    /// <summary>The block graph as Mermaid and as DOT: <see cref="T:ColoGen.IMermaid"/> and <see cref="T:ColoGen.IDot"/>.</summary>
    Diagrams = 1 << 5,

    /// <summary>Every document, those of later versions included.</summary>
    All = TreeXml | DomainXml | BlockdevArguments | Qmp | DriveArguments | Diagrams,
}
