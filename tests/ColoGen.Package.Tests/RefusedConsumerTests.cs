using System.Text.RegularExpressions;
using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

/// <summary>What a consumer with a mistake sees of the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class RefusedConsumerTests(PackageFixture package)
{
    [Fact]
    public async Task The_README_s_example_without_a_format_is_one_error_that_links_to_its_rule()
    {
        var consumer = new Consumer(package, "wrong", "");
        consumer.Add("Program.cs", """
            using ColoGen;

            SecondaryHost host = null!;
            System.Console.WriteLine(host.ToTreeXmlString());
            System.Console.WriteLine(host.GetQmpMaxByteCount());
            """);
        consumer.Add("Host.cs", ExampleWithoutAFormat());

        (int exitCode, string output) = await consumer.BuildAsync();

        Assert.NotEqual(0, exitCode);
        string beforeSummary = output.Split("Build FAILED.")[0];
        string diagnostic = Assert.Single(beforeSummary.Split('\n'), line => Regex.IsMatch(line, @"\b(error|warning) \w+:"));
        Assert.Contains("error COLO0101: ", diagnostic);
        Assert.Contains("(https://github.com/cologen/cologen/blob/main/docs/rules/COLO0101.md)", diagnostic);
    }

    [Fact]
    public async Task An_error_that_a_project_suppresses_in_every_way_fails_the_build()
    {
        var consumer = new Consumer(package, "suppressed", "<NoWarn>$(NoWarn);COLO0101</NoWarn>");
        consumer.Add("Program.cs", """
            #pragma warning disable
            using ColoGen;
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("ColoGen", "COLO0101", Scope = "module")]

            var host = new Host(new Image("/images/root.qcow2"));
            System.Console.WriteLine(host.GetQmpMaxByteCount());

            #pragma warning disable COLO0101
            [FileSource]
            [SuppressMessage("ColoGen", "COLO0101")]
            public sealed partial record Image(string File);

            [Topology]
            public sealed partial record Host([Disk("vda")] Image Root);
            """);
        consumer.Add(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.COLO0101.severity = none
            dotnet_analyzer_diagnostic.severity = none
            """);

        (int exitCode, string output) = await consumer.BuildAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error COLO0101: ", output);
    }

    [Fact]
    public async Task A_language_that_is_too_old_crashes_neither_the_generator_nor_an_analyzer()
    {
        var consumer = new Consumer(package, "too-old", "<LangVersion>10</LangVersion>");
        consumer.Add("Program.cs", """
            var host = new Host(new Image("/images/root.qcow2"));
            System.Console.WriteLine(host.GetQmpMaxByteCount());
            """);
        consumer.Add("Host.cs", """
            using ColoGen;

            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed partial record Image(string File);

            [Topology]
            public sealed partial record Host([Disk("vda")] Image Root);
            """);

        (_, string output) = await consumer.BuildAsync();

        Assert.DoesNotMatch("CS8785|CS8032|AD0001|Exception", output);
    }

    /// <summary>The README's first example without its first format.</summary>
    private static string ExampleWithoutAFormat()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string example = readme.Split("```csharp\n")[1].Split("```")[0];
        const string format = "(Format = DiskFormat.Qcow2)";
        return example.Remove(example.IndexOf(format, StringComparison.Ordinal), format.Length);
    }
}
