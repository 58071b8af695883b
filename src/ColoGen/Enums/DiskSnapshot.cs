namespace ColoGen;

/// <summary>What libvirt does with a disk when it takes a snapshot of the domain. libvirt: <c>&lt;disk snapshot&gt;</c>.</summary>
public enum DiskSnapshot
{
    /// <summary>The documents have no such setting. libvirt's default depends on the kind of snapshot.</summary>
    Default = 0,

    /// <summary>libvirt <c>no</c>: the disk is left out.</summary>
    No,

    /// <summary>libvirt <c>internal</c>: the snapshot is in the image, which must be qcow2.</summary>
    Internal,

    /// <summary>libvirt <c>external</c>: what is written from then on is in another image.</summary>
    External,

    /// <summary>libvirt <c>manual</c>: another tool takes the snapshot. Since libvirt 8.2.</summary>
    Manual,
}
