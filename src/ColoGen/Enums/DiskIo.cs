namespace ColoGen;

/// <summary>The <c>io</c> of a libvirt <c>&lt;driver&gt;</c>, QEMU's <c>aio</c> of a file or host_device node.</summary>
public enum DiskIo
{
    /// <summary>Nothing is written; QEMU's own default (threads) applies.</summary>
    Default = 0,

    /// <summary>QEMU <c>threads</c>.</summary>
    Threads,

    /// <summary>QEMU <c>native</c>. Needs <see cref="DiskCache.None"/> or <see cref="DiskCache.Directsync"/>.</summary>
    Native,

    /// <summary>QEMU <c>io_uring</c>.</summary>
    IoUring,
}
