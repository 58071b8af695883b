using System.Text.Json;

namespace ColoGen.Control;

/// <summary>The reply to <c>query-status</c>.</summary>
internal sealed record GuestStatus(string Status, bool IsRunning)
{
    public static GuestStatus Read(JsonElement reply) => new(reply.GetProperty("status").GetString()!, reply.GetProperty("running").GetBoolean());
}
