using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the QMP commands that remove the disks from a running QEMU, one JSON object a line.</summary>
/// <remarks><c>device_del</c>, <c>blockdev-del</c> and <c>object-del</c>, in the inverse order of <see cref="IQmp"/>. <c>device_del</c> only asks the guest: wait for the event <c>DEVICE_DELETED</c> before the next command.</remarks>
public interface IQmpInverse
{
    /// <summary>The most bytes that <see cref="TryWriteQmpInverse"/> and <see cref="WriteQmpInverse"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetQmpInverseMaxByteCount();

    /// <summary>Writes the QMP commands that remove the disks from a running QEMU, one JSON object a line as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteQmpInverse(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the QMP commands that remove the disks from a running QEMU, one JSON object a line as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteQmpInverse(IBufferWriter<byte> writer);
}
