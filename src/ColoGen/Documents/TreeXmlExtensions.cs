using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="ITreeXml"/>. They allocate.</summary>
public static class TreeXmlExtensions
{
    /// <summary>Writes the tree XML, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteTreeXml<T>(this T topology, Stream stream)
        where T : ITreeXml => Utf8Document.ToStream(topology, topology.WriteTreeXml, stream);

    /// <summary>Writes the tree XML, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteTreeXmlAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : ITreeXml => Utf8Document.ToStreamAsync(topology, topology.WriteTreeXml, stream, cancellationToken);

    /// <summary>Writes the tree XML, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteTreeXmlAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : ITreeXml => Utf8Document.ToPipeAsync(topology, topology.WriteTreeXml, writer, cancellationToken);

    /// <summary>The tree XML as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string ToTreeXmlString<T>(this T topology)
        where T : ITreeXml => Utf8Document.ToText(topology, topology.WriteTreeXml);
}
