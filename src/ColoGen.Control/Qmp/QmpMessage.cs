using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>Reads the members of messages that QEMU sends.</summary>
internal static class QmpMessage
{
    private static readonly long s_maxSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <param name="message">A message with <c>event</c>.</param>
    /// <param name="clock">The clock of an event without a timestamp.</param>
    /// <exception cref="FormatException">The name is not a string, or the timestamp is invalid.</exception>
    public static QmpEvent ReadEvent(JsonElement message, TimeProvider clock)
    {
        string name = FindString(message, "event") ?? throw new FormatException("it sent an event without a name");
        JsonElement data = message.TryGetProperty("data", out JsonElement found) ? found : default;
        DateTimeOffset timestamp = message.TryGetProperty("timestamp", out JsonElement time)
            ? ReadTimestamp(time) ?? throw new FormatException($"it sent the event {name} with an invalid timestamp")
            : clock.GetUtcNow();
        return new(name, data, timestamp);
    }

    /// <exception cref="FormatException">The error has no class or no description.</exception>
    public static (string Class, string Description) ReadError(JsonElement error) =>
        FindString(error, "class") is { } errorClass && FindString(error, "desc") is { } description
            ? (errorClass, description)
            : throw new FormatException("it sent an error without class and desc");

    /// <summary>QEMU writes -1 for a time that it could not get.</summary>
    private static DateTimeOffset? ReadTimestamp(JsonElement timestamp) =>
        FindNumber(timestamp, "seconds") is { } seconds
        && FindNumber(timestamp, "microseconds") is { } microseconds and < 1_000_000
        && seconds <= s_maxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Max(0, seconds)).AddMicroseconds(Math.Max(0, microseconds))
            : null;

    private static string? FindString(JsonElement from, string member) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static long? FindNumber(JsonElement from, string member) =>
        from.ValueKind == JsonValueKind.Object
        && from.TryGetProperty(member, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long number)
            ? number
            : null;
}
