using ColoGen.TestInfrastructure;

namespace ColoGen.Control.Tests;

/// <summary>
/// A test with running guests, which needs a <see cref="GuestQemu"/>. Where something is missing it is skipped with the reason; with
/// COLOGEN_REQUIRE_TOOLS=1 it is not, and so fails. COLOGEN_SKIP_LIVE has a reason to skip it all the same: neither KVM nor a newer QEMU can be had.
/// </summary>
public sealed class LiveFactAttribute : FactAttribute
{
    public LiveFactAttribute(params string[] programs) => Skip = Requirements.OfLive(programs);
}

/// <summary>As <see cref="LiveFactAttribute"/>, with data.</summary>
public sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute(params string[] programs) => Skip = Requirements.OfLive(programs);
}

internal static class Requirements
{
    public static string? OfLive(string[] programs) =>
        Environment.GetEnvironmentVariable("COLOGEN_SKIP_LIVE")
        ?? Reason(Programs.Missing([Programs.Qemu, "qemu-img", .. programs])
            ?? GuestQemu.Missing
            ?? (programs.Contains("ip") && !Environment.IsPrivilegedProcess ? "Networks of their own are made by root only." : null));

    public static string? Reason(string? missing) => Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : missing;
}
