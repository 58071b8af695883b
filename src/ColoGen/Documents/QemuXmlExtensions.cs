using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IQemuXml"/>. They allocate.</summary>
public static class QemuXmlExtensions
{
    /// <summary>Writes <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteQemuXml<T>(this T topology, Stream stream)
        where T : IQemuXml => Utf8Document.ToStream(topology, topology.WriteQemuXml, stream);

    /// <summary>Writes <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteQemuXmlAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : IQemuXml => Utf8Document.ToStreamAsync(topology, topology.WriteQemuXml, stream, cancellationToken);

    /// <summary>Writes <c>&lt;qemu:commandline&gt;</c> and <c>&lt;qemu:override&gt;</c> of a libvirt domain, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteQemuXmlAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IQemuXml => Utf8Document.ToPipeAsync(topology, topology.WriteQemuXml, writer, cancellationToken);

    /// <summary>The QEMU elements as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQemuXml.WriteQemuXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string ToQemuXmlString<T>(this T topology)
        where T : IQemuXml => Utf8Document.ToText(topology, topology.WriteQemuXml);
}
