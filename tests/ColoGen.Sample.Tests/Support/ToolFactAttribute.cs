using ColoGen.TestInfrastructure;

namespace ColoGen.Sample.Tests;

/// <summary>
/// A test that needs programs. Where one is missing it is skipped with the reason; with COLOGEN_REQUIRE_TOOLS=1 it is not,
/// and so fails.
/// </summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute() => Skip = Requirements.Reason(Programs.Missing(Requirements.Tools));
}

/// <summary>As <see cref="ToolFactAttribute"/>, with data.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute() => Skip = Requirements.Reason(Programs.Missing(Requirements.Tools));
}

/// <summary>
/// A test with running guests, which needs a <see cref="GuestQemu"/>. COLOGEN_SKIP_LIVE has a reason to skip it even with COLOGEN_REQUIRE_TOOLS=1:
/// neither KVM nor a newer QEMU can be had.
/// </summary>
public sealed class LiveFactAttribute : FactAttribute
{
    public LiveFactAttribute() => Skip = Requirements.OfLive();
}

/// <summary>As <see cref="LiveFactAttribute"/>, with data.</summary>
public sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute() => Skip = Requirements.OfLive();
}

internal static class Requirements
{
    public static readonly string[] Tools = [Programs.Qemu, "qemu-img"];

    public static string? OfLive() => Environment.GetEnvironmentVariable("COLOGEN_SKIP_LIVE") ?? Reason(Programs.Missing(Tools) ?? GuestQemu.Missing);

    public static string? Reason(string? missing) => Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : missing;
}
