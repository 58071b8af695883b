using System.Buffers;
using System.Text.Json;

namespace ColoGen.Control;

/// <summary>Asks a pair for its commands, and cuts them into lines.</summary>
internal static class ColoCommandList
{
    /// <exception cref="ArgumentException">A value of the pair can't be carried; names the property.</exception>
    public static IReadOnlyList<ColoCommandLine> Read(IColoPair pair, ColoCommands commands)
    {
        ArrayBufferWriter<byte> buffer = new();
        pair.WriteCommands(commands, buffer);

        List<ColoCommandLine> lines = [];
        for (ReadOnlyMemory<byte> rest = buffer.WrittenMemory; !rest.IsEmpty;)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.IsEmpty) lines.Add(Read(line));
        }

        return lines;
    }

    private static ColoCommandLine Read(ReadOnlyMemory<byte> line)
    {
        Utf8JsonReader reader = new(line.Span);
        JsonElement command = JsonElement.ParseValue(ref reader);
        return new(line, command.GetProperty("execute").GetString()!, command.TryGetProperty("arguments", out JsonElement arguments) ? arguments : default);
    }
}
