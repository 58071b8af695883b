using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IQemuXml"/>. They allocate.</summary>
public static class QemuXmlExtensions
{
    /// <summary>Writes <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteQemuXml<T>(this T topology, Stream stream)
        where T : IQemuXml => Utf8Document.ToStream(topology.WriteQemuXml, stream);

    /// <summary>The QEMU elements as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    public static string ToQemuXmlString<T>(this T topology)
        where T : IQemuXml => Utf8Document.ToText(topology.WriteQemuXml);
}
