using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the tree XML, one element for each layer.</summary>
/// <remarks>The dialect of the shipped schema <c>schemas/tree.rng</c>: libvirt's own language with <c>&lt;hostdisk&gt;</c>, <c>&lt;reference&gt;</c>, quorum and replication.</remarks>
public interface ITreeXml
{
    /// <summary>The most bytes that <see cref="TryWriteTreeXml"/> and <see cref="WriteTreeXml"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetTreeXmlMaxByteCount();

    /// <summary>Writes the tree XML, one element for each layer as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteTreeXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the tree XML, one element for each layer as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteTreeXml(IBufferWriter<byte> writer);
}
