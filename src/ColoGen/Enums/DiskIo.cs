namespace ColoGen;

/// <summary>
/// The asynchronous I/O of a file or block device. libvirt: <c>&lt;driver io&gt;</c>. QEMU: <c>aio</c> of a <c>file</c> or <c>host_device</c> node
/// (QAPI <c>BlockdevAioOptions</c>).
/// </summary>
public enum DiskIo
{
    /// <summary>The documents have no such setting. QEMU's default is that of <see cref="Threads"/>.</summary>
    Default = 0,

    /// <summary>libvirt and QEMU <c>threads</c>: a pool of threads.</summary>
    Threads,

    /// <summary>
    /// libvirt and QEMU <c>native</c>: Linux AIO. Needs <see cref="DiskCache.None"/> or <see cref="DiskCache.Directsync"/>.
    /// </summary>
    Native,

    /// <summary>
    /// libvirt and QEMU <c>io_uring</c>: Linux io_uring. With a cache of the host, QEMU 7.2 waits forever for a read that begins in the last sector of a file
    /// whose size is not a multiple of 512 bytes, and the guest with it; QEMU 11 does not.
    /// </summary>
    IoUring,
}
