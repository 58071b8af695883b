using ColoGen.TestInfrastructure;

namespace ColoGen.Behavior.Tests.Support;

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

internal static class ToolSkip
{
    public static string? Reason(string[] programs) =>
        Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : Programs.Missing(programs);
}
