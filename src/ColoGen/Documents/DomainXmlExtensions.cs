using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IDomainXml"/>. They allocate.</summary>
public static class DomainXmlExtensions
{
    /// <summary>Writes the libvirt domain XML, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteDomainXml<T>(this T topology, Stream stream)
        where T : IDomainXml => Utf8Document.ToStream(topology, topology.WriteDomainXml, stream);

    /// <summary>Writes the libvirt domain XML, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteDomainXmlAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : IDomainXml => Utf8Document.ToStreamAsync(topology, topology.WriteDomainXml, stream, cancellationToken);

    /// <summary>Writes the libvirt domain XML, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteDomainXmlAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IDomainXml => Utf8Document.ToPipeAsync(topology, topology.WriteDomainXml, writer, cancellationToken);

    /// <summary>The libvirt domain XML as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDomainXml.WriteDomainXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string ToDomainXmlString<T>(this T topology)
        where T : IDomainXml => Utf8Document.ToText(topology, topology.WriteDomainXml);
}
