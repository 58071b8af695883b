using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>The reply to <c>query-colo-status</c>.</summary>
/// <param name="Mode">The <c>mode</c>, a value of <c>COLOMode</c>.</param>
/// <param name="LastMode">The <c>last-mode</c>.</param>
internal sealed record ColoStatus(string Mode, string LastMode)
{
    /// <summary>Whether the host is outside of COLO.</summary>
    public bool IsNone => Mode == QemuNames.ColoModes.None;

    public static ColoStatus Read(JsonElement reply) => new(reply.GetProperty("mode").GetString()!, reply.GetProperty("last-mode").GetString()!);

    /// <summary>Whether the host is in COLO on that side.</summary>
    public bool Is(ColoSide side) => Mode == ModeOf(side);

    /// <summary>Whether the host left COLO, and was on that side before.</summary>
    public bool Was(ColoSide side) => IsNone && LastMode == ModeOf(side);

    private static string ModeOf(ColoSide side) => side == ColoSide.Primary ? QemuNames.ColoModes.Primary : QemuNames.ColoModes.Secondary;
}
