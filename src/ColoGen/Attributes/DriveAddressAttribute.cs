namespace ColoGen;

/// <summary>
/// The place of a disk on a controller of scsi, sata, ide or fdc. On a property with <see cref="DiskAttribute"/>. Without it, the letters of the dev give
/// the place. libvirt: <c>&lt;address type='drive'&gt;</c>. QEMU: <c>bus</c>, <c>unit</c>, <c>scsi-id</c> and <c>lun</c> of the <c>-device</c>.
/// </summary>
/// <remarks>Both hosts of a pair need the same places.</remarks>
/// <param name="unit">
/// The unit: on scsi from 0 to 16,383, on sata from 0 to 5, on ide and fdc 0 or 1. QEMU: <c>lun</c> on scsi, else the port or the unit.
/// </param>
/// <seealso href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: device addresses</seealso>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DriveAddressAttribute(int unit) : Attribute
{
    /// <summary>The unit. libvirt: <c>unit</c>.</summary>
    public int Unit { get; } = unit;

    /// <summary>
    /// The controller: on scsi and sata from 0 to 31, else 0. Default: 0. The documents have all controllers up to the highest one.
    /// libvirt: <c>controller</c>.
    /// </summary>
    public int Controller { get; set; }

    /// <summary>The channel: on ide 0 or 1, else 0. Default: 0. libvirt: <c>bus</c>.</summary>
    public int Bus { get; set; }

    /// <summary>The target: on scsi from 0 to 99, else 0. Default: 0. libvirt: <c>target</c>. QEMU: <c>scsi-id</c>.</summary>
    public int Target { get; set; }
}
