using System.Text.RegularExpressions;
using ColoGen.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Tests.RulePages;

/// <summary>A page under <c>docs/rules</c>: its examples are the tests of its rule.</summary>
internal sealed partial record RulePage(string Id, string Text)
{
    private const string AddedLine = "// Added by another generator:\n";

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "rules");

    public static RulePage Of(Rule rule) => new(rule.Id, File.ReadAllText(Path.Combine(Folder, $"{rule.Id}.md")));

    public string FirstLine => Text.Split('\n')[0];

    /// <summary>The headings, in order.</summary>
    public IEnumerable<string> Headings => Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

    public string Wrong => Example("Wrong");

    public string Right => Example("Right");

    /// <summary>What stands under a heading.</summary>
    public string Section(string heading)
    {
        int start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Id} has no heading '{heading}'.");
        int end = Text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return Text[start..(end < 0 ? Text.Length : end)];
    }

    /// <summary>An example in the version of C# that it names, or in the newest.</summary>
    public static CSharpCompilation Compile(string example) => TestInfrastructure.Compile.Trees([Parse(OfProject(example)), .. Added(example)]);

    /// <summary>The same with a file for each of its types.</summary>
    public static CSharpCompilation CompileInFiles(string example)
    {
        SyntaxTree whole = Parse(OfProject(example));
        var root = (CompilationUnitSyntax)whole.GetRoot();
        return TestInfrastructure.Compile.Trees(
        [
            .. root.Members.Select((type, number) => CSharpSyntaxTree.Create(
                root.WithMembers(SyntaxFactory.SingletonList(type)), (CSharpParseOptions)whole.Options, $"Source{number}.cs")),
            .. Added(example),
        ]);
    }

    private static string OfProject(string example) => example.Split(AddedLine)[0];

    /// <summary>The part of an example that another generator adds.</summary>
    private static IEnumerable<SyntaxTree> Added(string example) => example.Split(AddedLine).Skip(1)
        .Select(added => TestInfrastructure.Compile.Parse("using ColoGen;\n" + added, "Other/Other.OtherGenerator/Added.g.cs"));

    private static SyntaxTree Parse(string example)
    {
        Match version = LanguageVersionLine().Match(example);
        return TestInfrastructure.Compile.Parse(
            example,
            version: version.Success && LanguageVersionFacts.TryParse(version.Groups["version"].Value, out LanguageVersion named)
                ? named
                : LanguageVersion.Latest);
    }

    private string Example(string heading)
    {
        Match block = CodeBlock().Match(Section(heading));
        Assert.True(block.Success, $"{Id} has no example under '{heading}'.");
        return "using ColoGen;\n" + block.Groups["code"].Value;
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^// LangVersion (?<version>[0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex LanguageVersionLine();
}
