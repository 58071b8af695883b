using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the graph in Graphviz' DOT.</summary>
/// <remarks>The declaration, not its values: the same for every instance. Optional edges are dashed.</remarks>
public interface IDot
{
    /// <summary>The most bytes that <see cref="TryWriteDot"/> and <see cref="WriteDot"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetDotMaxByteCount();

    /// <summary>Writes the graph in Graphviz' DOT as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteDot(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the graph in Graphviz' DOT as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteDot(IBufferWriter<byte> writer);
}
