using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>The reply to <c>query-status</c>.</summary>
/// <param name="Status">The <c>status</c>, a value of <c>RunState</c>.</param>
/// <param name="IsRunning">The <c>running</c>.</param>
internal sealed record GuestStatus(string Status, bool IsRunning)
{
    /// <summary>Whether QEMU waits for an incoming migration.</summary>
    public bool IsWaitingForMigration => Status == QemuNames.RunStates.InMigrate;

    /// <summary>Whether QEMU was started with <c>-S</c>, and its guest has not run since.</summary>
    public bool HasNeverRun => Status == QemuNames.RunStates.Prelaunch;

    public static GuestStatus Read(JsonElement reply) =>
        new(reply.GetProperty(QemuNames.Members.Status).GetString()!, reply.GetProperty("running").GetBoolean());
}
