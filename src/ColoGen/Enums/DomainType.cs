namespace ColoGen;

/// <summary>The virtualization of a domain. libvirt: <c>&lt;domain type&gt;</c>.</summary>
public enum DomainType
{
    /// <summary>libvirt <c>kvm</c>: hardware virtualization through <c>/dev/kvm</c>. COLO needs it with QEMU older than 11.</summary>
    Kvm = 0,

    /// <summary>libvirt <c>qemu</c>: QEMU's own emulation (TCG). COLO runs with it from QEMU 11 on; with an older QEMU it hangs.</summary>
    Qemu,
}
