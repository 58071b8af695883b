namespace ColoGen.TestInfrastructure;

/// <summary>Why a test is skipped.</summary>
public static class SkipReason
{
    /// <summary>A sentence with the programs that are missing; null if none is, or if COLOGEN_REQUIRE_TOOLS is 1.</summary>
    public static string? OfPrograms(params string[] programs) => UnlessRequired(Programs.Missing(programs));

    /// <summary>The same for a test with running guests, which needs a <see cref="GuestQemu"/> beside the programs.</summary>
    public static string? OfLive(params string[] programs) =>
        Environment.GetEnvironmentVariable("COLOGEN_SKIP_LIVE")
        ?? UnlessRequired(Programs.Missing([Programs.Qemu, "qemu-img", .. programs])
            ?? GuestQemu.Missing
            ?? (programs.Contains("ip") && !Environment.IsPrivilegedProcess ? "Networks of their own are made by root only." : null));

    private static string? UnlessRequired(string? missing) => Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : missing;
}
