using System.Buffers;
using System.Collections.Immutable;

namespace ColoGen;

/// <summary>A COLO pair that writes the QMP commands of its operations. Generated for a record with <see cref="ColoPairAttribute"/>.</summary>
public interface IColoPair : IValidatable
{
    /// <summary>The QEMU version that both hosts run.</summary>
    QemuVersion Qemu { get; }

    /// <summary>The replicated disks, in the order of the primary's declaration.</summary>
    ImmutableArray<ColoDisk> Disks { get; }

    /// <summary>The maximum number of bytes of a list of commands for the current values, for <see cref="TryWriteCommands"/>.</summary>
    /// <remarks>The list can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <param name="commands">The list.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commands"/> is not a member of <see cref="ColoCommands"/>.</exception>
    int GetCommandsMaxByteCount(ColoCommands commands);

    /// <summary>Writes a list of QMP commands, one JSON object per line, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="commands">The list.</param>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the list was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commands"/> is not a member of <see cref="ColoCommands"/>.</exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the list was written.</exception>
    bool TryWriteCommands(ColoCommands commands, Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes a list of QMP commands, one JSON object per line, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="commands">The list.</param>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commands"/> is not a member of <see cref="ColoCommands"/>.</exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the list was written.</exception>
    void WriteCommands(ColoCommands commands, IBufferWriter<byte> writer);
}
