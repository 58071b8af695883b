using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>An asynchronous event of QEMU: a message with <c>event</c>.</summary>
/// <param name="Name">The name: <c>event</c>, such as <c>COLO_EXIT</c>.</param>
/// <param name="Data">The <c>data</c>; <see cref="JsonValueKind.Undefined"/> if there is none.</param>
/// <param name="Timestamp">The <c>timestamp</c>, from the clock of QEMU's host.</param>
public sealed record QmpEvent(string Name, JsonElement Data, DateTimeOffset Timestamp)
{
    /// <summary>Gets a member of <see cref="Data"/> that is a string.</summary>
    /// <param name="member">The name of the member.</param>
    /// <returns>The string; null if there is no such member, or it is not a string.</returns>
    public string? GetString(string member) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
