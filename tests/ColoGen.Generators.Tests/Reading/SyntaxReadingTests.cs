using System.Text.RegularExpressions;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;
using ColoGen.Generators.Parsing;
using ColoGen.Generators.Parsing.Syntax;
using ColoGen.Generators.Tests.Compiling;
using ColoGen.Generators.Tests.Determinism;
using ColoGen.Generators.Tests.Documentation;
using ColoGen.Generators.Tests.Incremental;
using ColoGen.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>What is read from syntax alone is what the compiler's symbols say, and plain declarations are read so.</summary>
public sealed partial class SyntaxReadingTests
{
    [Theory]
    [MemberData(nameof(ValidSources.Names), MemberType = typeof(ValidSources))]
    public void Valid_declarations(string name) => BothReaders.Agree(Compile.Sources(ValidSources.All[name]));

    [Theory]
    [MemberData(nameof(RulePageTests.Ids), MemberType = typeof(RulePageTests))]
    public void The_examples_of_a_rule(string id)
    {
        var page = RulePage.Of(RuleCatalog.All.Single(rule => rule.Id == id));
        BothReaders.Agree(RulePage.Compile(page.Wrong));
        BothReaders.Agree(RulePage.Compile(page.Right));
    }

    [Fact]
    public void Declarations_in_many_files()
    {
        Assert.Contains("Host", BothReaders.Agree(Compile.Trees(SpreadTopology.Files.Select(file => Compile.Parse(file.Value, file.Key)))));
        Assert.Contains("Host3", BothReaders.Agree(Compile.Trees(TwentyHosts.Files.Select(file => Compile.Parse(file.Value, file.Key)))));
    }

    [Fact]
    public void All_of_the_README() => AssertAllAreRead(Readme.Declaration + Readme.Block("csharp", 2));

    [Fact]
    public void All_of_the_sample() => AssertAllAreRead(ValidSources.All["Declarations"]);

    [Fact]
    public void All_of_what_is_measured()
    {
        string measured = File.ReadAllText(Path.Combine(Repository.Root, "tests", "ColoGen.Benchmarks", "Compiling", "Declarations.cs"));
        AssertAllAreRead(MeasuredTopology().Match(measured).Groups["source"].Value.Replace("{{number}}", "1"));
    }

    [Theory]
    [InlineData("[Topology, Domain(\"a\", MemoryMiB = 512)] public sealed partial record Host([Disk(\"vda\")] Image Root);")]
    [InlineData("[Topology] public abstract partial record Host([property: Disk(\"vda\")] Image Root, [param: Serial(\"vda\")] [field: System.NonSerialized] string Serial);")]
    [InlineData("[Topology, System.Obsolete(\"Old.\")] public partial record struct Host([Disk(\"vda\"), System.ComponentModel.Description(\"The root.\")] Image Root, System.Guid Id, (int, int)[] Unread, string[]? Tags);")]
    [InlineData("[Topology] public partial record Host { [HostDisk(Dev)] internal required Image? Root { get; init; } private const string Dev = \"base\"; public void Run() { } }")]
    [InlineData("[Topology] public partial record Host([Disk(\"vda\")] Image[] Roots);", false)]
    [InlineData("[Topology] public partial record Host([Disk(\"vda\")] Mirror Root, System.Collections.Generic.List<Image> Unread);", false)]
    [InlineData("[Topology] public partial record Host([Disk(\"vda\")] Sized Root);")]
    [InlineData("[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) : IHost; public interface IHost;")]
    [InlineData("[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) : Base; public abstract record Base;", false)]
    [InlineData("public partial class Outer { [Topology] public sealed partial record Host([Disk(\"vda\")] Image Root); }", false)]
    [InlineData("[Topology] public sealed partial record Host<T>([Disk(\"vda\")] Image Root);", false)]
    [InlineData("[Topology] public sealed partial record Host([Disk(\"vd\" + \"a\")] Image Root);", false)]
    [InlineData("[Topology] public sealed record Host([Disk(\"vda\")] Image Root);", false)]
    [InlineData("[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root, Image Other);", false)]
    public void What_is_plain_enough(string host, bool isRead = true)
    {
        IReadOnlyList<string> read = BothReaders.Agree(Compile.Sources(
            $$"""
            using ColoGen;
            namespace Shop;
            [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 20L * 1024 << 20)] public sealed record Sized(Utf8? File);
            [Quorum(VoteThreshold = 1)] public sealed record Mirror(Image[] Children);
            {{host}}
            """));
        Assert.Equal(isRead, read.Contains("Host"));
        Assert.True(read.Contains("Image") && read.Contains("Sized") && read.Contains("Mirror"));
    }

    [Fact]
    public void References_that_hide_something_leave_all_to_the_compiler()
    {
        CSharpCompilation plain = Compile.Sources(Readme.Declaration);
        MetadataReference library = plain.References.Single(reference => reference.Display!.EndsWith("ColoGen.dll", StringComparison.Ordinal));
        CSharpCompilation other = CSharpCompilation.Create("Other", [Compile.Parse("namespace ColoGen; public sealed class TopologyAttribute : System.Attribute;")], plain.References, plain.Options);
        AssertLeft(plain.ReplaceReference(library, library.WithAliases(["hidden"])), 0);
        AssertLeft(Compile.Sources("extern alias hidden; " + Readme.Declaration.Replace("using ColoGen;", "using hidden::ColoGen;")).ReplaceReference(library, library.WithAliases(["hidden"])), 1);
        AssertLeft(plain.AddReferences(other.ToMetadataReference()), 1);
        AssertLeft(plain.AddReferences(Module(CSharpCompilation.Create(null, [Compile.Parse("public class InModule;")], plain.References, plain.Options.WithOutputKind(OutputKind.NetModule)))), 1);

        static void AssertLeft(CSharpCompilation compilation, int files)
        {
            Assert.Empty(BothReaders.Agree(compilation));
            Assert.Equal(files, Compile.Generate(compilation).Files.Count);
        }

        static MetadataReference Module(CSharpCompilation compilation)
        {
            using var stream = new MemoryStream();
            Assert.True(compilation.Emit(stream).Success);
            return ModuleMetadata.CreateFromImage(stream.ToArray()).GetReference();
        }
    }

    [Fact]
    public void An_analyzer_finds_what_the_generator_read()
    {
        CSharpCompilation compilation = Compile.Sources(Readme.Declaration + Readme.Block("csharp", 2));
        var generated = (CSharpCompilation)Compile.Generate(compilation).Output;
        Assert.True(generated.SyntaxTrees.Length > compilation.SyntaxTrees.Length);
        ReadDeclarations read = ReadDeclarations.Of(compilation, default);
        ReadDeclarations found = ReadDeclarations.Of(generated, default);
        Assert.All(read.Topologies.Zip(found.Topologies), pair => Assert.Same(pair.First, pair.Second));
        Assert.All(read.Pairs.Zip(found.Pairs), pair => Assert.Same(pair.First, pair.Second));
        BothReaders.Agree(generated);
    }

    private static void AssertAllAreRead(string source)
    {
        CSharpCompilation compilation = Compile.Sources(source);
        Assert.Equal(
            SourceProject.Of(compilation).Files.SelectMany(file => file.Types).Where(type => type.HasAttributes).Select(type => type.Name),
            BothReaders.Agree(compilation));
    }

    [GeneratedRegex("string Topology\\(int number\\) =>\\s+\\$\\$\"\"\"(?<source>.*?)\"\"\";", RegexOptions.Singleline)]
    private static partial Regex MeasuredTopology();
}
