using System.Text.RegularExpressions;

namespace ColoGen.Generators.Tests.Documentation;

/// <summary>A README of the repository.</summary>
internal sealed partial class Readme(params string[] path)
{
    /// <summary>That of the repository and of the package ColoGen.</summary>
    public static Readme Main { get; } = new("README.md");

    /// <summary>That of the package ColoGen.Control.</summary>
    public static Readme Control { get; } = new("src", "ColoGen.Control", "README.md");

    /// <summary>The first example of the main README.</summary>
    public static string Declaration => Main.Block("csharp", 0);

    /// <summary>The pair of the main README, with its hosts.</summary>
    public static string Pair => Declaration + Main.Block("csharp", 2);

    public string Text { get; } = File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    /// <summary>A block of code.</summary>
    /// <param name="number">Among those of its language, from 0.</param>
    public string Block(string language, int number) =>
        CodeBlock().Matches(Text).Where(match => match.Groups["language"].Value == language).ElementAt(number).Groups["code"].Value;

    [GeneratedRegex("```(?<language>[a-z]*)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
