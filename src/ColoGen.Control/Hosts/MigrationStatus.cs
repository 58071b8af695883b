using System.Text.Json;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Hosts;

/// <summary>The reply to <c>query-migrate</c>.</summary>
/// <param name="Status">The <c>status</c>, a value of <c>MigrationStatus</c>; null before the first migration.</param>
/// <param name="Error">The <c>error-desc</c>; null if there is none.</param>
/// <param name="Transferred">The <c>transferred</c> of <c>ram</c>, in bytes.</param>
/// <param name="Listener">The first TCP address of <c>socket-address</c>: where a secondary waits for the migration. Null if it does not wait yet.</param>
internal sealed record MigrationStatus(string? Status, string? Error, long Transferred, Endpoint? Listener)
{
    /// <summary>Whether the host sends a migration, and COLO has not started.</summary>
    public bool IsInProgress => Status
        is MigrationStates.Setup or MigrationStates.Active or MigrationStates.Device or MigrationStates.PreSwitchover
        or MigrationStates.WaitUnplug or MigrationStates.Cancelling;

    /// <summary>Whether the migration became COLO.</summary>
    public bool IsColo => Status == MigrationStates.Colo;

    /// <summary>Whether the migration ended, and COLO with it.</summary>
    public bool IsEnded => Status is MigrationStates.Failed or MigrationStates.Cancelled or MigrationStates.Completed;

    public static MigrationStatus Read(JsonElement reply) => new(
        reply.TryGetProperty(Members.Status, out JsonElement status) ? status.GetString() : null,
        reply.TryGetProperty("error-desc", out JsonElement error) ? error.GetString() : null,
        reply.TryGetProperty("ram", out JsonElement ram) && ram.TryGetProperty("transferred", out JsonElement bytes) ? bytes.GetInt64() : 0,
        reply.TryGetProperty("socket-address", out JsonElement addresses)
            ? addresses.EnumerateArray().Select(Endpoint.Read).FirstOrDefault(address => address is not null)
            : null);
}
