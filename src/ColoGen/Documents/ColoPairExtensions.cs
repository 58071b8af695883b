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
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteCommands<T>(this T pair, ColoCommands commands, Stream stream)
        where T : IColoPair => Utf8Document.ToStream(writer => pair.WriteCommands(commands, writer), stream);

    /// <summary>A list of QMP commands as a string, one JSON object per line.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="commands">The list.</param>
    /// <exception cref="ArgumentException">As for <see cref="IColoPair.WriteCommands"/>.</exception>
    public static string ToCommandsString<T>(this T pair, ColoCommands commands)
        where T : IColoPair => Utf8Document.ToText(writer => pair.WriteCommands(commands, writer));
}
