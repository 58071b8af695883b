using System.Text.RegularExpressions;

namespace ColoGen.Generators.Tests.Documentation;

/// <summary>What a newcomer reads first.</summary>
internal static partial class Readme
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    /// <summary>The first example.</summary>
    public static string Declaration => Block("csharp", 0);

    /// <summary>A block of code.</summary>
    /// <param name="number">Among those of its language, from 0.</param>
    public static string Block(string language, int number) =>
        CodeBlock().Matches(Text).Where(match => match.Groups["language"].Value == language).ElementAt(number).Groups["code"].Value;

    [GeneratedRegex("```(?<language>[a-z]*)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
