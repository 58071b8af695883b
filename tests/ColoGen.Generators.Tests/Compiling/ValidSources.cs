namespace ColoGen.Generators.Tests.Compiling;

/// <summary>Declarations that are right, and together use everything that can be declared.</summary>
internal static class ValidSources
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "ColoGen.Generators.Tests", "ValidSources");

    /// <summary>The texts by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Directory.GetFiles(s_folder, "*.cs")
        .Append(Path.Combine(Repository.Root, "samples", "ColoPair", "Declarations.cs"))
        .Order(StringComparer.Ordinal)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);

    public static TheoryData<string> Names => [.. All.Keys];
}
