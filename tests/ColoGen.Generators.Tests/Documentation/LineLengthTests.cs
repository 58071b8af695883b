namespace ColoGen.Generators.Tests.Documentation;

/// <summary>Documents have the line length that the build enforces for C#, but for its comments and texts. A row of a table is one line.</summary>
public sealed class LineLengthTests
{
    private const int Maximum = 160;

    [Fact]
    public void No_line_of_a_document_is_longer() => Assert.Empty(
        from path in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Root, path)
        where !name.StartsWith("artifacts", StringComparison.Ordinal)
        from line in File.ReadLines(path)
        where line.Length > Maximum && !line.StartsWith('|')
        select $"{name}: {line}");

    [Fact]
    public void No_line_of_code_is_longer() => Assert.Empty(
        from path in Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Root, path)
        where !name.StartsWith("artifacts", StringComparison.Ordinal)
        from line in File.ReadLines(path)
        where line.Length > Maximum
        select $"{name}: {line}");
}
