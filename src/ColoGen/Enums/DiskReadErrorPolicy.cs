namespace ColoGen;

/// <summary>
/// What QEMU does when a read of the image fails. libvirt: <c>&lt;driver rerror_policy&gt;</c>. QEMU: <c>rerror</c> of the device
/// (QAPI <c>BlockdevOnError</c>).
/// </summary>
public enum DiskReadErrorPolicy
{
    /// <summary>That of <see cref="DiskAttribute.ErrorPolicy"/>, unless it is <see cref="DiskErrorPolicy.Enospace"/>; else QEMU reports the error.</summary>
    Default = 0,

    /// <summary>libvirt and QEMU <c>stop</c>: the guest is stopped, and the request is repeated when it goes on.</summary>
    Stop,

    /// <summary>libvirt and QEMU <c>report</c>: the guest gets an I/O error.</summary>
    Report,

    /// <summary>libvirt and QEMU <c>ignore</c>: the guest is told that the request succeeded.</summary>
    Ignore,
}
