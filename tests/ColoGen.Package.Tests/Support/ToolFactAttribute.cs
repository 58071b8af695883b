using ColoGen.TestInfrastructure;

namespace ColoGen.Package.Tests.Support;

/// <summary>
/// A test that needs programs. Where one is missing it is skipped with the reason; with COLOGEN_REQUIRE_TOOLS=1 it is not,
/// and so fails.
/// </summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs) =>
        Skip = Environment.GetEnvironmentVariable("COLOGEN_REQUIRE_TOOLS") == "1" ? null : Programs.Missing(programs);
}
