using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the device elements of a libvirt domain.</summary>
/// <remarks>
/// For a topology without <see cref="DomainAttribute"/>: a <c>&lt;disk&gt;</c> for each disk, without a root element. Insert them into the
/// <c>&lt;devices&gt;</c> of an existing domain, or attach one with <c>virsh attach-device</c>. A topology has this document only if it means the same in
/// every domain: libvirt opens each disk as a whole, and no disk needs an I/O thread, or a controller that the domain declares (scsi, sata, usb). A host disk,
/// a quorum, a replication or a <see cref="BackingReferenceAttribute"/> needs the numbers that libvirt gives the nodes of all disks of the domain. The
/// documentation of the topology's type says which disk has such a need.
/// </remarks>
public interface IDeviceXml : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteDeviceXml"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetDeviceXmlMaxByteCount();

    /// <summary>Writes the elements for <c>&lt;devices&gt;</c> of a libvirt domain, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteDeviceXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the elements for <c>&lt;devices&gt;</c> of a libvirt domain, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteDeviceXml(IBufferWriter<byte> writer);
}
