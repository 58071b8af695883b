namespace ColoGen;

/// <summary>
/// Makes the topology a whole libvirt <c>&lt;domain&gt;</c>. Without it the domain XML is two fragments to put into a domain of
/// your own. Each setting can instead be a property of the topology of the same name, for a value known at run time.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DomainAttribute : Attribute
{
    /// <summary>The name comes from a property <c>Name</c> of the topology.</summary>
    public DomainAttribute()
    {
    }

    /// <summary>Names the domain.</summary>
    /// <param name="name">libvirt's <c>&lt;name&gt;</c>: not empty, no slash.</param>
    public DomainAttribute(string name) => Name = name;

    /// <summary>libvirt's <c>&lt;name&gt;</c>: not empty, no slash.</summary>
    public string? Name { get; }

    /// <summary>libvirt's <c>&lt;uuid&gt;</c>; left out, libvirt makes one.</summary>
    public string? Uuid { get; set; }

    /// <summary>Memory in MiB, at least 1: libvirt's <c>&lt;memory unit='MiB'&gt;</c>. Left out, it is 512.</summary>
    public int MemoryMiB { get; set; }

    /// <summary>Number of virtual processors, at least 1: libvirt's <c>&lt;vcpu&gt;</c>. Left out, it is 1.</summary>
    public int Vcpus { get; set; }

    /// <summary>QEMU's machine, such as <c>pc</c> or <c>q35</c>: libvirt's <c>&lt;type machine&gt;</c>. Left out, it is <c>q35</c>. Constant.</summary>
    public string? Machine { get; set; }

    /// <summary>libvirt's <c>&lt;domain type&gt;</c>.</summary>
    public DomainType Type { get; set; }

    /// <summary>Path of the QEMU binary: libvirt's <c>&lt;emulator&gt;</c>. Left out, it is <c>/usr/bin/qemu-system-x86_64</c>.</summary>
    public string? Emulator { get; set; }
}
