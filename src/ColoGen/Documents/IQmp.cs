using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the QMP commands that add the disks to a running QEMU.</summary>
/// <remarks>
/// <para><c>object-add</c>, <c>blockdev-add</c> and <c>device_add</c>, children before parents. <see cref="IQmpInverse"/> has the commands that remove the
/// disks again. A topology with a disk on a bus without hotplug (ide, sata, fdc, the root bus of q35 by a <see cref="PciAddressAttribute"/>) does not have this
/// document: the documentation of its type names the disk.</para>
/// <para>A <c>device_add</c> names no PCI bus but that of a <see cref="PciAddressAttribute"/>, so QEMU takes the first one. The machine pc plugs devices into
/// it. The machine q35 refuses with "Bus 'pcie.0' does not support hotplugging": there, each virtio disk and each controller (virtio-scsi, usb) needs a free
/// <c>pcie-root-port</c> that QEMU was started with, and its <c>device_add</c> the argument <c>bus</c> with the id of that port. <c>AttachAsync</c> of
/// <c>ColoGen.Control</c> finds the ports and adds the argument.</para>
/// </remarks>
public interface IQmp : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteQmp"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetQmpMaxByteCount();

    /// <summary>Writes the QMP commands that add the disks, one JSON object per line, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteQmp(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the QMP commands that add the disks, one JSON object per line, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteQmp(IBufferWriter<byte> writer);
}
