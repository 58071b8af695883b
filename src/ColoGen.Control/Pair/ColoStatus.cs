using System.Text.Json;

namespace ColoGen.Control;

/// <summary>The reply to <c>query-colo-status</c>.</summary>
internal sealed record ColoStatus(string Mode, string LastMode)
{
    public const string None = "none";

    public static ColoStatus Read(JsonElement reply) => new(reply.GetProperty("mode").GetString()!, reply.GetProperty("last-mode").GetString()!);

    /// <summary>QEMU's word for a side.</summary>
    public static string ModeOf(ColoSide side) => side == ColoSide.Primary ? "primary" : "secondary";
}
