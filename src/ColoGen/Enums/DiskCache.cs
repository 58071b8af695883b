namespace ColoGen;

/// <summary>
/// Host cache mode. libvirt: <c>&lt;driver cache&gt;</c>. QEMU: <c>cache.direct</c> and <c>cache.no-flush</c> of each node
/// (QAPI <c>BlockdevCacheOptions</c>), and <c>write-cache</c> of the device.
/// </summary>
public enum DiskCache
{
    /// <summary>The documents have no cache mode. QEMU's default is that of <see cref="Writeback"/>.</summary>
    Default = 0,

    /// <summary>
    /// libvirt <c>none</c>: the device has a write cache, QEMU bypasses the host's page cache. <c>write-cache=on</c>, <c>direct=on</c>, <c>no-flush=off</c>.
    /// </summary>
    None,

    /// <summary>
    /// libvirt <c>writethrough</c>: each write is flushed, QEMU uses the host's page cache. <c>write-cache=off</c>, <c>direct=off</c>, <c>no-flush=off</c>.
    /// </summary>
    /// <remarks>
    /// If the top layer is a raw image, QEMU 11.1 does not flush the first write after a flush, such as that of <c>stop</c>; the next write flushes both.
    /// QEMU 7.2 flushes each, and so do both with <see cref="Directsync"/> and <see cref="DiskIo.Native"/>.
    /// </remarks>
    Writethrough,

    /// <summary>
    /// libvirt <c>writeback</c>: the device has a write cache, QEMU uses the host's page cache. <c>write-cache=on</c>, <c>direct=off</c>,
    /// <c>no-flush=off</c>.
    /// </summary>
    Writeback,

    /// <summary>
    /// libvirt <c>directsync</c>: each write is flushed, QEMU bypasses the host's page cache. <c>write-cache=off</c>, <c>direct=on</c>, <c>no-flush=off</c>.
    /// </summary>
    /// <remarks>Without <see cref="DiskIo.Native"/>, QEMU 11.1 does not flush each write to a raw top layer: see <see cref="Writethrough"/>.</remarks>
    Directsync,

    /// <summary>
    /// libvirt <c>unsafe</c>: as <see cref="Writeback"/>, and the guest's flushes are ignored, but for those of a layer on the network. Data is lost if the
    /// host fails. <c>write-cache=on</c>, <c>direct=off</c>, <c>no-flush=on</c>.
    /// </summary>
    Unsafe,
}
