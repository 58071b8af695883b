using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the libvirt domain.</summary>
/// <remarks>What a stock libvirt defines and starts, from 9.0 on. Layers that libvirt has no element for go through <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c>; libvirt neither labels nor owns their images.</remarks>
public interface IDomainXml
{
    /// <summary>The most bytes that <see cref="TryWriteDomainXml"/> and <see cref="WriteDomainXml"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetDomainXmlMaxByteCount();

    /// <summary>Writes the libvirt domain as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteDomainXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the libvirt domain as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteDomainXml(IBufferWriter<byte> writer);
}
