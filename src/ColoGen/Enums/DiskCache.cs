namespace ColoGen;

/// <summary>
/// The <c>cache</c> of a libvirt <c>&lt;driver&gt;</c>. In QEMU it is the device's <c>write-cache</c> and every node's
/// <c>cache.direct</c> and <c>cache.no-flush</c>.
/// </summary>
public enum DiskCache
{
    /// <summary>Nothing is written; QEMU's own default (write-back through the page cache) applies.</summary>
    Default = 0,

    /// <summary>write-cache on, direct on: past the host's page cache.</summary>
    None,

    /// <summary>write-cache off, direct off.</summary>
    Writethrough,

    /// <summary>write-cache on, direct off.</summary>
    Writeback,

    /// <summary>write-cache off, direct on.</summary>
    Directsync,

    /// <summary>write-cache on, no-flush on: the guest's flushes are ignored. Data is lost when the host fails.</summary>
    Unsafe,
}
