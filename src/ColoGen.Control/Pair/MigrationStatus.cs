using System.Text.Json;

namespace ColoGen.Control;

/// <summary>The reply to <c>query-migrate</c>.</summary>
/// <param name="Status">Null before the first migration.</param>
/// <param name="Error">QEMU's <c>error-desc</c>.</param>
/// <param name="Transferred">Bytes of memory so far.</param>
internal sealed record MigrationStatus(string? Status, string? Error, long Transferred)
{
    public static MigrationStatus Read(JsonElement reply) => new(
        reply.TryGetProperty("status", out JsonElement status) ? status.GetString() : null,
        reply.TryGetProperty("error-desc", out JsonElement error) ? error.GetString() : null,
        reply.TryGetProperty("ram", out JsonElement ram) && ram.TryGetProperty("transferred", out JsonElement bytes) ? bytes.GetInt64() : 0);

    /// <summary>Whether the host sends a migration that is not COLO yet.</summary>
    public bool IsUnderWay => Status is "setup" or "active" or "device" or "pre-switchover" or "wait-unplug" or "cancelling";
}
