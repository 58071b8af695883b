namespace ColoGen;

/// <summary>The <c>type</c> of a libvirt <c>&lt;domain&gt;</c>.</summary>
public enum DomainType
{
    /// <summary>Hardware virtualisation through <c>/dev/kvm</c>. COLO needs it up to QEMU 10.</summary>
    Kvm = 0,

    /// <summary>QEMU's own emulation (TCG).</summary>
    Qemu,
}
