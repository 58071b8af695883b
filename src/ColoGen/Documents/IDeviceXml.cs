using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the elements for the <c>&lt;devices&gt;</c> of a libvirt domain.</summary>
/// <remarks>A fragment: several elements without a root. <see cref="IQemuXml"/> is the other half.</remarks>
public interface IDeviceXml
{
    /// <summary>The most bytes that <see cref="TryWriteDeviceXml"/> and <see cref="WriteDeviceXml"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetDeviceXmlMaxByteCount();

    /// <summary>Writes the elements for the <c>&lt;devices&gt;</c> of a libvirt domain as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteDeviceXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the elements for the <c>&lt;devices&gt;</c> of a libvirt domain as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteDeviceXml(IBufferWriter<byte> writer);
}
