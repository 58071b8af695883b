using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the QMP commands that remove the disks from a running QEMU.</summary>
/// <remarks>
/// <c>device_del</c>, <c>blockdev-del</c> and <c>object-del</c>, in the reverse order of <see cref="IQmp"/>. QEMU answers <c>device_del</c> before the
/// guest has released the device: after each, wait for the event <c>DEVICE_DELETED</c> with that device, otherwise the next commands fail with "Node … is in
/// use". <c>DetachAsync</c> of <c>ColoGen.Control</c> sends the commands and waits.
/// </remarks>
public interface IQmpInverse : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteQmpInverse"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetQmpInverseMaxByteCount();

    /// <summary>Writes the QMP commands that remove the disks, one JSON object per line, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteQmpInverse(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the QMP commands that remove the disks, one JSON object per line, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteQmpInverse(IBufferWriter<byte> writer);
}
