namespace ColoGen.TestInfrastructure;

/// <summary>
/// A test that needs programs. Where one is missing it is skipped with the reason; with COLOGEN_REQUIRE_TOOLS=1 it is not,
/// and so fails.
/// </summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs) => Skip = ToolSkip.Reason(programs);
}

/// <summary>As <see cref="ToolFactAttribute"/>, with data.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] programs) => Skip = ToolSkip.Reason(programs);
}

/// <summary>Why a test that needs programs is skipped.</summary>
public static class ToolSkip
{
    /// <summary>A sentence with the programs that are missing; null where none is, or where COLOGEN_REQUIRE_TOOLS is 1.</summary>
    public static string? Reason(params string[] programs) =>
        Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : Programs.Missing(programs);
}
