using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes a whole libvirt domain.</summary>
/// <remarks>
/// For a topology with <see cref="DomainAttribute"/>. libvirt 9.0 and later define and start the domain without changes. Layers that libvirt has no element
/// for (quorum, replication, and what they need) are in <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c>. libvirt does not manage the
/// images of these layers: it sets neither their security labels nor their owner.
/// </remarks>
public interface IDomainXml : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteDomainXml"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetDomainXmlMaxByteCount();

    /// <summary>Writes the libvirt domain XML, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteDomainXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the libvirt domain XML, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteDomainXml(IBufferWriter<byte> writer);
}
