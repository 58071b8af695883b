using System.Buffers;
using System.Collections.Immutable;

namespace ColoGen;

/// <summary>A pair of hosts that writes the QMP commands of its life.</summary>
public interface IColoPair
{
    /// <summary>The QEMU that both hosts run.</summary>
    QemuVersion Qemu { get; }

    /// <summary>The replicated disks, in the order of the primary's declaration.</summary>
    ImmutableArray<ColoDisk> Disks { get; }

    /// <summary>The most bytes that <see cref="TryWriteCommands"/> and <see cref="WriteCommands"/> write for this pair's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, is out of its limits, or a required one is null; names the property.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commands"/> is no member of the enum.</exception>
    int GetCommandsMaxByteCount(ColoCommands commands);

    /// <summary>Writes QMP commands, one JSON object a line as UTF-8, without allocation.</summary>
    /// <param name="commands">Which.</param>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, is out of its limits, or a required one is null; names the property. Nothing was written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commands"/> is no member of the enum.</exception>
    bool TryWriteCommands(ColoCommands commands, Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes QMP commands, one JSON object a line as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, is out of its limits, or a required one is null; names the property. Nothing was written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commands"/> is no member of the enum.</exception>
    void WriteCommands(ColoCommands commands, IBufferWriter<byte> writer);
}
