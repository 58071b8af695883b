using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes command line arguments for <c>qemu-system-*</c> in the older form.</summary>
/// <remarks>
/// A <c>-drive</c> with dotted keys for each tree, every comma in a value doubled; then a <c>-device</c> for each controller and each disk of the guest.
/// HMP's <c>drive_add</c> accepts the same options, in double quotes, in which <c>\</c> and <c>"</c> follow a <c>\</c>. It silently cuts them after
/// 1,023 bytes. Send it with the QMP command <c>human-monitor-command</c>: a console of HMP takes some bytes for keys, also within letters that are not
/// ASCII. A control character in a value is refused, because there it would end the command.
/// </remarks>
public interface IDriveArguments : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteDriveArguments"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetDriveArgumentsMaxByteCount();

    /// <summary>Writes the command line arguments with <c>-drive</c>, each followed by a NUL, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteDriveArguments(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the command line arguments with <c>-drive</c>, each followed by a NUL, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteDriveArguments(IBufferWriter<byte> writer);
}
