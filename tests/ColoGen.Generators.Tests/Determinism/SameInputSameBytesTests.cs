using System.Globalization;
using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Determinism;

/// <summary>What is generated depends on the declarations alone.</summary>
public sealed class SameInputSameBytesTests
{
    private static readonly IReadOnlyDictionary<string, string> s_expected = Generate("/src/", SpreadTopology.Files);

    private static readonly IReadOnlyDictionary<string, Dictionary<string, string>> s_valid = ValidSources.All.ToDictionary(
        source => source.Key, source => Generate("/src/", [KeyValuePair.Create("Source.cs", source.Value)]));

    [Fact]
    public void The_spread_topology_is_right_and_the_faulty_one_is_not()
    {
        Assert.Equal(["Hosts.Host.g.cs", "Layers.Faulty.g.cs"], s_expected.Keys.Order());
        Assert.DoesNotContain("COLO0", s_expected["Hosts.Host.g.cs"]);
        Assert.Contains("is -1, and must be", s_expected["Layers.Faulty.g.cs"]);
    }

    [Fact]
    public void In_any_order_of_the_files()
    {
        KeyValuePair<string, string>[][] orders = [.. Permutations([.. SpreadTopology.Files])];
        Assert.Equal(120, orders.Length);
        Parallel.ForEach(orders, order => Assert.Equal(s_expected, Generate("/src/", order)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("./")]
    [InlineData("/home/somebody/a/much/longer/path/")]
    [InlineData("C:\\Users\\zoë\\source\\")]
    [InlineData("C:/Users/ZOË/")]
    public void In_any_folder(string folder) => Assert.Equal(s_expected, Generate(folder, SpreadTopology.Files.Reverse()));

    [Fact]
    public void With_the_separators_of_any_system() => Assert.Equal(
        s_expected,
        Generate("C:\\src\\", SpreadTopology.Files.Reverse().Select(file => KeyValuePair.Create(file.Key.Replace('/', '\\'), file.Value))));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void In_any_culture(string name)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(name);
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            Assert.Equal(s_expected, Generate("/src/", SpreadTopology.Files));
            Assert.All(s_valid, source => Assert.Equal(source.Value, Generate("/src/", [KeyValuePair.Create("Source.cs", ValidSources.All[source.Key])])));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }

    [Fact]
    public void The_cultures_do_differ()
    {
        Assert.Equal("ı", "I".ToLower(CultureInfo.GetCultureInfo("tr-TR")));
        Assert.NotEqual("-1", (-1).ToString(CultureInfo.GetCultureInfo("fi-FI")));
    }

    private static Dictionary<string, string> Generate(string folder, IEnumerable<KeyValuePair<string, string>> files)
    {
        IEnumerable<SyntaxTree> trees = files.Select(file => Compile.Parse(file.Value, folder + file.Key));
        return new Dictionary<string, string>(Compile.Generate(Compile.Trees(trees)).Files);
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany((item, at) => Permutations<T>([.. items[..at], .. items[(at + 1)..]]).Select(rest => (T[])[item, .. rest]));
}
