using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IBlockdevArguments"/>. They allocate.</summary>
public static class BlockdevArgumentsExtensions
{
    /// <summary>Writes the command line arguments for <c>qemu-system-*</c>, each followed by a NUL, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteBlockdevArguments<T>(this T topology, Stream stream)
        where T : IBlockdevArguments => Utf8Document.ToStream(topology, topology.WriteBlockdevArguments, stream);

    /// <summary>Writes the command line arguments for <c>qemu-system-*</c>, each followed by a NUL, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteBlockdevArgumentsAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : IBlockdevArguments => Utf8Document.ToStreamAsync(topology, topology.WriteBlockdevArguments, stream, cancellationToken);

    /// <summary>Writes the command line arguments for <c>qemu-system-*</c>, each followed by a NUL, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteBlockdevArgumentsAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IBlockdevArguments => Utf8Document.ToPipeAsync(topology, topology.WriteBlockdevArguments, writer, cancellationToken);

    /// <summary>The arguments as an array, for <c>ProcessStartInfo</c>.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string[] GetBlockdevArguments<T>(this T topology)
        where T : IBlockdevArguments => Utf8Document.ToArguments(topology, topology.WriteBlockdevArguments);
}
