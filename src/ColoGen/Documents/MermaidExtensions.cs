using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IMermaid"/>. They allocate.</summary>
public static class MermaidExtensions
{
    /// <summary>Writes the graph in the Mermaid language, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IMermaid.WriteMermaid"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteMermaid<T>(this T topology, Stream stream)
        where T : IMermaid => Utf8Document.ToStream(topology, topology.WriteMermaid, stream);

    /// <summary>Writes the graph in the Mermaid language, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IMermaid.WriteMermaid"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteMermaidAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : IMermaid => Utf8Document.ToStreamAsync(topology, topology.WriteMermaid, stream, cancellationToken);

    /// <summary>Writes the graph in the Mermaid language, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IMermaid.WriteMermaid"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteMermaidAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IMermaid => Utf8Document.ToPipeAsync(topology, topology.WriteMermaid, writer, cancellationToken);

    /// <summary>The graph as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IMermaid.WriteMermaid"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string ToMermaidString<T>(this T topology)
        where T : IMermaid => Utf8Document.ToText(topology, topology.WriteMermaid);
}
