using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the QEMU elements of a libvirt domain.</summary>
/// <remarks>
/// For a topology without <see cref="DomainAttribute"/>: a fragment, empty if libvirt has an element for every layer. Insert it directly under
/// <c>&lt;domain&gt;</c>, and declare <c>xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'</c> there. Use it together with the fragment of <see
/// cref="IDeviceXml"/>.
/// </remarks>
public interface IQemuXml : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteQemuXml"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetQemuXmlMaxByteCount();

    /// <summary>Writes <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteQemuXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>
    /// Writes <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain, as UTF-8 to a buffer writer. Does not allocate.
    /// </summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteQemuXml(IBufferWriter<byte> writer);
}
