namespace ColoGen;

/// <summary>
/// The port of a disk on usb. On a property with <see cref="DiskAttribute"/>. Without it, the disk has the first free port.
/// libvirt: <c>&lt;address type='usb'&gt;</c>. QEMU: <c>port</c> of the <c>-device</c>.
/// </summary>
/// <remarks>Both hosts of a pair need the same ports.</remarks>
/// <param name="port">The port, from 1 to 15.</param>
/// <seealso href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: device addresses</seealso>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UsbAddressAttribute(int port) : Attribute
{
    /// <summary>The port. libvirt: <c>port</c>.</summary>
    public int Port { get; } = port;
}
