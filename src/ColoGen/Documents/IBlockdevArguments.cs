using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes command line arguments for <c>qemu-system-*</c>.</summary>
/// <remarks>
/// A <c>-blockdev</c> with a JSON object (QAPI <c>BlockdevOptions</c>) for each node, children before parents, and an <c>-object</c> (QAPI
/// <c>ObjectOptions</c>) before the node that needs it; then a <c>-device</c> for each controller and each disk of the guest. <c>xargs -0</c> reads this
/// form.
/// </remarks>
public interface IBlockdevArguments : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteBlockdevArguments"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetBlockdevArgumentsMaxByteCount();

    /// <summary>Writes the command line arguments for <c>qemu-system-*</c>, each followed by a NUL, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteBlockdevArguments(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the command line arguments for <c>qemu-system-*</c>, each followed by a NUL, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteBlockdevArguments(IBufferWriter<byte> writer);
}
