namespace ColoGen;

/// <summary>
/// What QEMU does when a write to the image fails. libvirt: <c>&lt;driver error_policy&gt;</c>. QEMU: <c>werror</c> of the device
/// (QAPI <c>BlockdevOnError</c>).
/// </summary>
public enum DiskErrorPolicy
{
    /// <summary>The documents have no such setting. QEMU's default is that of <see cref="Enospace"/> for writes, and to report failed reads.</summary>
    Default = 0,

    /// <summary>libvirt and QEMU <c>stop</c>: the guest is stopped, and the request is repeated when it goes on.</summary>
    Stop,

    /// <summary>libvirt and QEMU <c>report</c>: the guest gets an I/O error.</summary>
    Report,

    /// <summary>libvirt and QEMU <c>ignore</c>: the guest is told that the request succeeded.</summary>
    Ignore,

    /// <summary>libvirt <c>enospace</c>, QEMU <c>enospc</c>: the guest is stopped where the host has no space left, and gets other errors.</summary>
    Enospace,
}
