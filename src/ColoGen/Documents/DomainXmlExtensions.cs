using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IDomainXml"/>; they allocate.</summary>
public static class DomainXmlExtensions
{
    /// <summary>Writes the libvirt domain to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    public static void WriteDomainXml<T>(this T topology, Stream stream)
        where T : IDomainXml => Utf8Document.ToStream(topology.WriteDomainXml, stream);

    /// <summary>The libvirt domain as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    public static string ToDomainXmlString<T>(this T topology)
        where T : IDomainXml => Utf8Document.ToText(topology.WriteDomainXml);
}
