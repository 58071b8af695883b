using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IQmp"/>. They allocate.</summary>
public static class QmpExtensions
{
    /// <summary>Writes the QMP commands that add the disks, one JSON object per line, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteQmp<T>(this T topology, Stream stream)
        where T : IQmp => Utf8Document.ToStream(topology, topology.WriteQmp, stream);

    /// <summary>Writes the QMP commands that add the disks, one JSON object per line, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteQmpAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : IQmp => Utf8Document.ToStreamAsync(topology, topology.WriteQmp, stream, cancellationToken);

    /// <summary>Writes the QMP commands that add the disks, one JSON object per line, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteQmpAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IQmp => Utf8Document.ToPipeAsync(topology, topology.WriteQmp, writer, cancellationToken);

    /// <summary>The QMP commands as a string, one JSON object per line.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string ToQmpString<T>(this T topology)
        where T : IQmp => Utf8Document.ToText(topology, topology.WriteQmp);
}
