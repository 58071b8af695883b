using System.IO.Pipelines;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IColoPair"/>. They allocate.</summary>
public static class ColoPairExtensions
{
    /// <summary>Writes a list of QMP commands, one JSON object per line, as UTF-8 to a stream.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="commands">The list.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IColoPair.WriteCommands"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteCommands<T>(this T pair, ColoCommands commands, Stream stream)
        where T : IColoPair => Utf8Document.ToStream(pair, writer => pair.WriteCommands(commands, writer), stream);

    /// <summary>Writes a list of QMP commands, one JSON object per line, as UTF-8 to a stream, asynchronously.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="commands">The list.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing. The stream may then have a part of the document.</param>
    /// <exception cref="ArgumentException">As for <see cref="IColoPair.WriteCommands"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static Task WriteCommandsAsync<T>(this T pair, ColoCommands commands, Stream stream, CancellationToken cancellationToken = default)
        where T : IColoPair => Utf8Document.ToStreamAsync(pair, writer => pair.WriteCommands(commands, writer), stream, cancellationToken);

    /// <summary>Writes a list of QMP commands, one JSON object per line, as UTF-8 to a pipe, and flushes it.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="commands">The list.</param>
    /// <param name="writer">The pipe to write to.</param>
    /// <param name="cancellationToken">Cancels the flush.</param>
    /// <returns>The result of the flush.</returns>
    /// <exception cref="ArgumentException">As for <see cref="IColoPair.WriteCommands"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static ValueTask<FlushResult> WriteCommandsAsync<T>(
        this T pair, ColoCommands commands, PipeWriter writer, CancellationToken cancellationToken = default)
        where T : IColoPair => Utf8Document.ToPipeAsync(pair, buffer => pair.WriteCommands(commands, buffer), writer, cancellationToken);

    /// <summary>A list of QMP commands as a string, one JSON object per line.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="commands">The list.</param>
    /// <exception cref="ArgumentException">As for <see cref="IColoPair.WriteCommands"/>.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was written.</exception>
    public static string ToCommandsString<T>(this T pair, ColoCommands commands)
        where T : IColoPair => Utf8Document.ToText(pair, writer => pair.WriteCommands(commands, writer));
}
