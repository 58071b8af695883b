using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the QMP commands that add the disks to a running QEMU, one JSON object a line.</summary>
/// <remarks><c>object-add</c>, <c>blockdev-add</c> and <c>device_add</c>, what is stood on first. Devices on a bus without hotplug (ide, sata, fdc) have no <c>device_add</c>.</remarks>
public interface IQmp
{
    /// <summary>The most bytes that <see cref="TryWriteQmp"/> and <see cref="WriteQmp"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetQmpMaxByteCount();

    /// <summary>Writes the QMP commands that add the disks to a running QEMU, one JSON object a line as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteQmp(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the QMP commands that add the disks to a running QEMU, one JSON object a line as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteQmp(IBufferWriter<byte> writer);
}
