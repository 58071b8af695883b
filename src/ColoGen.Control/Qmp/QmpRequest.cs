using System.Buffers;
using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>Writes commands, and reads the name of a command that somebody else wrote.</summary>
internal static class QmpRequest
{
    /// <summary>A command with an id, as one line with its end.</summary>
    public static byte[] Write(string verb, string command, string id, Action<Utf8JsonWriter>? arguments)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString(verb, command);
            if (arguments is not null)
            {
                writer.WriteStartObject("arguments");
                arguments(writer);
                writer.WriteEndObject();
            }

            writer.WriteString("id", id);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The name of the command on a line.</summary>
    /// <exception cref="ArgumentException">The line is not one command without an id.</exception>
    public static string CommandName(ReadOnlyMemory<byte> line)
    {
        if (line.Span.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            throw new ArgumentException("A command is one line, given without its end.", nameof(line));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && !root.TryGetProperty("id", out _)
                && root.TryGetProperty("execute", out JsonElement command)
                && command.ValueKind == JsonValueKind.String)
            {
                return command.GetString()!;
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The line is not JSON.", nameof(line), exception);
        }

        throw new ArgumentException("The line is not a QMP command: an object with \"execute\" and without \"id\".", nameof(line));
    }
}
