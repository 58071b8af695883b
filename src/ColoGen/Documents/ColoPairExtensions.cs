using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IColoPair"/>; they allocate.</summary>
public static class ColoPairExtensions
{
    /// <summary>Writes QMP commands, one JSON object a line, to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IColoPair.WriteCommands"/>.</exception>
    public static void WriteCommands<T>(this T pair, ColoCommands commands, Stream stream)
        where T : IColoPair => Utf8Document.ToStream(writer => pair.WriteCommands(commands, writer), stream);

    /// <summary>The QMP commands as a string, one JSON object a line.</summary>
    /// <exception cref="ArgumentException">As <see cref="IColoPair.WriteCommands"/>.</exception>
    public static string ToCommandsString<T>(this T pair, ColoCommands commands)
        where T : IColoPair => Utf8Document.ToText(writer => pair.WriteCommands(commands, writer));
}
