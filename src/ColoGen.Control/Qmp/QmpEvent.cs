using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>An asynchronous event of QEMU.</summary>
/// <param name="Name">Such as <c>COLO_EXIT</c>.</param>
/// <param name="Data">Its <c>data</c>; <see cref="JsonValueKind.Undefined"/> where it has none.</param>
/// <param name="Timestamp">QEMU's clock when it happened.</param>
public sealed record QmpEvent(string Name, JsonElement Data, DateTimeOffset Timestamp)
{
    /// <summary>A member of <see cref="Data"/> that is a string; null where there is none.</summary>
    public string? GetString(string member) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
