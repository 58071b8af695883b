using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IDriveArguments"/>. They allocate.</summary>
public static class DriveArgumentsExtensions
{
    /// <summary>Writes the command line arguments with <c>-drive</c>, each followed by a NUL, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteDriveArguments<T>(this T topology, Stream stream)
        where T : IDriveArguments => Utf8Document.ToStream(topology, topology.WriteDriveArguments, stream);

    /// <summary>Writes the command line arguments with <c>-drive</c>, each followed by a NUL, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteDriveArgumentsAsync<T>(this T topology, Stream stream, CancellationToken cancellationToken = default)
        where T : IDriveArguments => Utf8Document.ToStreamAsync(topology, topology.WriteDriveArguments, stream, cancellationToken);

    /// <summary>Writes the command line arguments with <c>-drive</c>, each followed by a NUL, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteDriveArgumentsAsync<T>(this T topology, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IDriveArguments => Utf8Document.ToPipeAsync(topology, topology.WriteDriveArguments, writer, cancellationToken);

    /// <summary>The arguments as an array, for <c>ProcessStartInfo</c>.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string[] GetDriveArguments<T>(this T topology)
        where T : IDriveArguments => Utf8Document.ToArguments(topology, topology.WriteDriveArguments);
}
