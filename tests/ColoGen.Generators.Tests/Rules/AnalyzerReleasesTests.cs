using ColoGen.Core.Rules;

namespace ColoGen.Generators.Tests.Rules;

public sealed class AnalyzerReleasesTests
{
    [Fact]
    public void The_release_files_list_every_rule_and_no_other()
    {
        string folder = Path.Combine(Repository.Root, "src", "ColoGen.Generators");
        string[] files = ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"];
        IEnumerable<string> rows = files
            .SelectMany(file => File.ReadAllLines(Path.Combine(folder, file)))
            .Where(line => line.StartsWith("COLO", StringComparison.Ordinal));
        Assert.Equal(
            RuleCatalog.All.Select(rule => $"{rule.Id} | ColoGen.{rule.Category} | {rule.Severity} | {rule.Title}"),
            rows);
    }
}
