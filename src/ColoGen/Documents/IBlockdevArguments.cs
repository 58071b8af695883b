using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the arguments of <c>qemu-system-*</c>, each ended by NUL.</summary>
/// <remarks>One <c>-object</c> or <c>-blockdev</c> with a JSON object for each node, what it stands on first, then one <c>-device</c> for each thing the guest sees. <c>xargs -0</c> reads it.</remarks>
public interface IBlockdevArguments
{
    /// <summary>The most bytes that <see cref="TryWriteBlockdevArguments"/> and <see cref="WriteBlockdevArguments"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetBlockdevArgumentsMaxByteCount();

    /// <summary>Writes the arguments of <c>qemu-system-*</c>, each ended by NUL as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteBlockdevArguments(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the arguments of <c>qemu-system-*</c>, each ended by NUL as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteBlockdevArguments(IBufferWriter<byte> writer);
}
