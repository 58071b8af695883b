using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Vocabulary;

/// <summary>Settings, kinds of layers and enum members are symbols in the analyzers' sources: a misspelled string would be a rule that never reports.</summary>
public sealed class SymbolTests
{
    private const string Suffix = nameof(Attribute);

    private static readonly Assembly s_library = typeof(TopologyAttribute).Assembly;

    private static readonly string[] s_folders = ["ColoGen.Core", "ColoGen.CodeFixes", "ColoGen.Generators"];

    /// <summary>Names that are also something else, with the files in which they are.</summary>
    private static readonly Dictionary<string, string> s_otherMeanings = new()
    {
        ["Quorum"] = "RuleCategory.cs",
        ["Replication"] = "RuleCategory.cs",
    };

    private static readonly HashSet<string> s_names =
    [
        .. Attributes().Select(type => type.Name),
        .. Attributes().Select(type => type.Name[..^Suffix.Length]),
        .. Attributes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.DeclaringType!.Assembly == s_library)
            .Select(property => property.Name),
        .. s_library.GetExportedTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames),
    ];

    [Fact]
    public void No_string_is_the_name_of_a_setting_a_kind_or_an_enum_member() => Assert.Empty(
        from folder in s_folders
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.cs", SearchOption.AllDirectories)
        from text in Strings(File.ReadAllText(path))
        where s_names.Contains(text) && s_otherMeanings.GetValueOrDefault(text) != Path.GetFileName(path)
        select $"{Path.GetRelativePath(Repository.Root, path)}: \"{text}\"");

    [Fact]
    public void Such_a_string_is_found() =>
        Assert.Equal(["Cache", "DiskAttribute"], Strings("""_ = "Cache" + nameof(X) + "cache" + "DiskAttribute";""").Where(s_names.Contains));

    private static IEnumerable<Type> Attributes() => s_library.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)));

    private static IEnumerable<string> Strings(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
        .Select(token => token.ValueText);
}
