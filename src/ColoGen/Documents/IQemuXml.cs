using System.Buffers;

namespace ColoGen;

/// <summary>A topology that writes the <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain.</summary>
/// <remarks>A fragment, empty where libvirt has an element for every layer. It belongs under a <c>&lt;domain&gt;</c> with <c>xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'</c>.</remarks>
public interface IQemuXml
{
    /// <summary>The most bytes that <see cref="TryWriteQemuXml"/> and <see cref="WriteQemuXml"/> write for this topology's values.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property.</exception>
    int GetQemuXmlMaxByteCount();

    /// <summary>Writes the <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain as UTF-8, without allocation.</summary>
    /// <param name="utf8Destination">Left as it is when it is too small.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    bool TryWriteQemuXml(Span<byte> utf8Destination, out int bytesWritten);

    /// <summary>Writes the <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain as UTF-8, in one piece and without allocation.</summary>
    /// <exception cref="ArgumentException">A value has a character that the document can't carry, or a required one is null; names the property. Nothing was written.</exception>
    void WriteQemuXml(IBufferWriter<byte> writer);
}
