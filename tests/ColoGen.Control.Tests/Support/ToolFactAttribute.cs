using ColoGen.Oracles;

namespace ColoGen.Control.Tests;

/// <summary>
/// A test that needs programs. Where one is missing it is skipped with the reason; with COLOGEN_REQUIRE_TOOLS=1 it is not,
/// and so fails.
/// </summary>
public class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs) => Skip = Requirements.Reason(Programs.Missing(programs));
}

/// <summary>A test with running guests: QEMU, and KVM, because before QEMU 11 COLO hangs without.</summary>
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
        Reason(Programs.Missing([Programs.Qemu, "qemu-img", .. programs]) ?? (File.Exists("/dev/kvm") ? null : "There is no /dev/kvm on this machine."));

    public static string? Reason(string? missing) => Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : missing;
}
