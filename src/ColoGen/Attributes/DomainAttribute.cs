namespace ColoGen;

/// <summary>
/// Makes the topology a complete libvirt <c>&lt;domain&gt;</c>. The topology then has the document of <see cref="IDomainXml"/>. Without this attribute it has
/// <see cref="IDeviceXml"/> for an existing domain, if its disks are the same in every domain.
/// </summary>
/// <remarks>
/// A setting that is known at run time is a property of the topology with the setting's name instead. <see cref="Machine"/> must be a constant.
/// </remarks>
/// <seealso href="https://libvirt.org/formatdomain.html">libvirt: domain XML</seealso>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DomainAttribute : Attribute
{
    /// <summary>Takes the name of the domain from a property <c>Name</c> of the topology.</summary>
    public DomainAttribute()
    {
    }

    /// <summary>Sets the name of the domain.</summary>
    /// <param name="name">See <see cref="Name"/>. libvirt: <c>&lt;name&gt;</c>.</param>
    public DomainAttribute(string name) => Name = name;

    /// <summary>
    /// Name of the domain: not empty, not <c>.</c> or <c>..</c>, without slashes and line breaks, at most 247 bytes, and at most 60 in the first 20
    /// characters. Required, here or as a property. libvirt: <c>&lt;name&gt;</c>.
    /// </summary>
    public string? Name { get; }

    /// <summary>UUID of the domain. Default: libvirt generates one. libvirt: <c>&lt;uuid&gt;</c>.</summary>
    public string? Uuid { get; set; }

    /// <summary>Memory of the guest in MiB, at least 1. Default: 512. libvirt: <c>&lt;memory unit='MiB'&gt;</c>.</summary>
    public int MemoryMiB { get; set; }

    /// <summary>Number of virtual CPUs, 1 to 255. Default: 1. libvirt: <c>&lt;vcpu&gt;</c>.</summary>
    public int Vcpus { get; set; }

    /// <summary>
    /// Machine type of QEMU: <c>pc</c>, <c>q35</c> or a version of one, such as <c>pc-q35-7.2</c>. A constant. Default: <c>q35</c>. libvirt:
    /// <c>&lt;type machine&gt;</c>.
    /// </summary>
    public string? Machine { get; set; }

    /// <summary>The virtualization. Default: <see cref="DomainType.Kvm"/>. libvirt: <c>&lt;domain type&gt;</c>.</summary>
    public DomainType Type { get; set; }

    /// <summary>Absolute path of the QEMU binary. Default: <c>/usr/bin/qemu-system-x86_64</c>. libvirt: <c>&lt;emulator&gt;</c>.</summary>
    public string? Emulator { get; set; }
}
