using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ColoGen.Generators.Tests.Compiling;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>Generated code is as long as what it is generated from.</summary>
public sealed partial class SizeTests
{
    [Fact]
    public void The_secondary_of_a_pair_takes_15_kilobytes_for_all_its_documents_and_two_to_check_its_values()
    {
        string text = Compile.Generate(Compile.Sources(ValidSources.All["Declarations"])).Files["ColoPair.SecondaryHost.g.cs"];
        string documents = Validation().Replace(text, "");
        Assert.InRange(Encoding.UTF8.GetByteCount(documents), 10 * 1024, 15 * 1024);
        Assert.InRange(Encoding.UTF8.GetByteCount(text) - Encoding.UTF8.GetByteCount(documents), 1024, 2 * 1024);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    public void A_chain_twice_as_deep_gives_each_document_twice_the_code(string optional)
    {
        Dictionary<string, int> half = Sizes(100, optional);
        Dictionary<string, int> whole = Sizes(200, optional);
        Assert.True(half.Count > 7);
        Assert.All(whole, document => Assert.InRange(document.Value, 0, 2.1 * half[document.Key]));
    }

    /// <summary>The method that checks all values, the checks of each text, and the aliases of both.</summary>
    [GeneratedRegex(
        @"\tpublic \S+ Validate\(\)\n\t\{.*?\n\t\}\n\n|(?<=sink\.Read<\w+), \w+(?=>)|using \w+ = global::ColoGen\.Validation\.[\w.]+;\n",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Validation();

    /// <summary>The length of each document's code. Drive arguments are left out: their dotted keys say the whole way to every node.</summary>
    private static Dictionary<string, int> Sizes(int depth, string optional)
    {
        Generation generation = Compile.Generate(Compile.Sources(Chain(depth, optional)));
        Assert.Empty(generation.Output.GetDiagnostics());
        return Assert.Single(generation.Files).Value
            .Replace("\tpublic int Get", "<__Kind.")
            .Split("<__Kind.")
            .GroupBy(code => code.Split('>', '(')[0].Replace("MaxByteCount", ""))
            .Where(document => document.Key != "DriveArguments")
            .ToDictionary(document => document.Key, document => document.Sum(code => code.Length));
    }

    private static string Chain(int depth, string optional)
    {
        var source = new StringBuilder("using ColoGen;\n[Topology] public sealed partial record Host([Disk(\"vda\")] Layer0 Root);\n");
        for (int layer = 0; layer < depth; layer++)
        {
            string backing = layer == depth - 1 ? "" : $", Layer{layer + 1}{optional} Backing";
            source.Append(CultureInfo.InvariantCulture, $"[FileSource(Format = DiskFormat.Qcow2)] public sealed record Layer{layer}(string File{backing});\n");
        }

        return source.ToString();
    }
}
