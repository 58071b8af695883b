using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IDomainXml"/>. They allocate.</summary>
public static class DomainXmlExtensions
{
    /// <summary>Writes the libvirt domain XML, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteDomainXml<T>(this T topology, Stream stream)
        where T : IDomainXml => Utf8Document.ToStream(topology.WriteDomainXml, stream);

    /// <summary>The libvirt domain XML as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    public static string ToDomainXmlString<T>(this T topology)
        where T : IDomainXml => Utf8Document.ToText(topology.WriteDomainXml);
}
