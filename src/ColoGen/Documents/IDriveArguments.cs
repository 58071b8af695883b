using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the arguments of <c>qemu-system-*</c> in the old form, each ended by NUL.</summary>
/// <remarks>One <c>-drive</c> with dotted keys for each tree, every comma in a value doubled, then one <c>-device</c> for each thing the guest sees. HMP's <c>drive_add</c> takes the same options, and cuts them after 1,023 bytes without a word.</remarks>
public interface IDriveArguments
{
    /// <summary>The most bytes that <see cref="TryWriteDriveArguments"/> and <see cref="WriteDriveArguments"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetDriveArgumentsMaxByteCount();

    /// <summary>Writes the arguments of <c>qemu-system-*</c> in the old form, each ended by NUL as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteDriveArguments(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the arguments of <c>qemu-system-*</c> in the old form, each ended by NUL as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteDriveArguments(IBufferWriter<byte> writer);
}
