using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the tree XML.</summary>
/// <remarks>
/// One element for each layer of each tree. The language is libvirt's <c>&lt;disk&gt;</c> language (<see
/// href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">formatdomain</see>), extended by <c>&lt;hostdisk&gt;</c>,
/// <c>&lt;reference&gt;</c>, quorum and replication. The package has its schema, <c>schemas/tree.rng</c>. libvirt itself does not read it: for libvirt use
/// <see cref="IDomainXml"/>.
/// </remarks>
public interface ITreeXml : IValidatable
{
    /// <summary>The maximum number of bytes of the document for the current values, for <see cref="TryWriteTreeXml"/>.</summary>
    /// <remarks>The document can be shorter. The property values are read and checked; nothing is written.</remarks>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    int GetTreeXmlMaxByteCount();

    /// <summary>Writes the tree XML, as UTF-8 into a span. Does not allocate.</summary>
    /// <param name="utf8Destination">The memory to write to. Not modified if it is too small.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 if <paramref name="utf8Destination"/> is too small.</param>
    /// <returns><see langword="true"/> if the document was written; <see langword="false"/> if <paramref name="utf8Destination"/> is too small.</returns>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    bool TryWriteTreeXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the tree XML, as UTF-8 to a buffer writer. Does not allocate.</summary>
    /// <param name="writer">The buffer writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// A value is null but required, is out of range, or has a character that the document cannot represent. The parameter name is the property's path.
    /// Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    void WriteTreeXml(IBufferWriter<byte> writer);
}
