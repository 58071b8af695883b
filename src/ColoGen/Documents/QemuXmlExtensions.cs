using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IQemuXml"/>; they allocate.</summary>
public static class QemuXmlExtensions
{
    /// <summary>Writes the <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    public static void WriteQemuXml<T>(this T topology, Stream stream)
        where T : IQemuXml => Utf8Document.ToStream(topology.WriteQemuXml, stream);

    /// <summary>The qemu elements as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    public static string ToQemuXmlString<T>(this T topology)
        where T : IQemuXml => Utf8Document.ToText(topology.WriteQemuXml);
}
