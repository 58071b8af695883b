using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>What is emitted compiles without a warning wherever it is emitted at all.</summary>
public sealed class CleanCodeTests
{
    public static TheoryData<string, LanguageVersion> SourcesAndVersions
    {
        get
        {
            var data = new TheoryData<string, LanguageVersion>();
            foreach (string name in ValidSources.All.Keys)
            {
                foreach (LanguageVersion version in LanguageVersions.Supported) data.Add(name, version);
            }

            return data;
        }
    }

    public static TheoryData<LanguageVersion> OlderVersions => [.. LanguageVersions.Older];

    [Theory]
    [MemberData(nameof(ValidSources.Names), MemberType = typeof(ValidSources))]
    public void A_valid_source_has_no_warning_of_the_compiler_or_the_analyzer(string name) =>
        Assert.DoesNotContain(
            Compile.Diagnose(Compile.Sources(ValidSources.All[name])), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    [MemberData(nameof(SourcesAndVersions))]
    public void Generated_files_have_no_warning_with_doc_comments_checked(string name, LanguageVersion version)
    {
        SyntaxTree tree = Compile.Parse(ValidSources.All[name], version: version, documentation: DocumentationMode.Diagnose);
        Generation generation = Compile.Generate(Compile.Trees(tree));
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.OfGeneratedFiles());

        // What the pragma hides is known: members without a comment of their own, and those that hide members of a base type.
        IEnumerable<SyntaxTree> unhidden =
            generation.Files.Select(file => Compile.Parse(WithoutPragma(file.Value), file.Key, version, DocumentationMode.Diagnose));
        Assert.DoesNotContain(
            Compile.Trees(unhidden.Append(tree)).GetDiagnostics(),
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
                && diagnostic.Location.SourceTree != tree
                && diagnostic.Id is not ("CS1591" or "CS0108" or "CS0114"));
    }

    [Theory]
    [InlineData("System.Obsolete", "")]
    [InlineData("System.Obsolete(\"Old.\")", "")]
    [InlineData("System.Obsolete(\"Old.\", DiagnosticId = \"OLD1\")", "")]
    [InlineData("System.Diagnostics.CodeAnalysis.Experimental(\"NEW1\")", "")]
    [InlineData("System.Obsolete(\"Old.\", DiagnosticId = \"OLD1\")", "?")]
    public void Members_that_the_user_marks_give_generated_files_no_warning(string mark, string nullable)
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            #pragma warning disable CS0612, CS0618, OLD1, NEW1 // The user's own file is the user's business.
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image([property: {{mark}}] string File);
            [Quorum(VoteThreshold = 1)]
            public sealed record Root([property: {{mark}}] Image{{nullable}} First, Image Second);
            [Topology, Domain("shop", MemoryMiB = 512)]
            public sealed partial record Host([Disk("vda")] Root Root, [property: {{mark}}] [Serial("vda")] string{{nullable}} RootSerial);
            """));
        Assert.DoesNotContain("COLO0", Assert.Single(generation.Files).Value);
        Assert.Empty(generation.OfGeneratedFiles());
        Assert.Contains("File", generation.Files["Host.g.cs"]);
        Assert.NotEmpty(Compile.Trees(
            Compile.Parse(WithoutPragma(generation.Files["Host.g.cs"])), generation.Output.SyntaxTrees.First()).GetDiagnostics().Where(IsOfMark));

        static bool IsOfMark(Diagnostic diagnostic) => diagnostic.Id is "CS0612" or "CS0618" or "OLD1" or "NEW1";
    }

    public static TheoryData<string, string> MarksAndPlaces
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] marks =
            [
                "System.Obsolete", "System.Obsolete(\"Old.\", error: true)", "System.Obsolete(\"Old.\", error: true, DiagnosticId = \"OLD1\")",
                "System.Diagnostics.CodeAnalysis.Experimental(\"NEW1\")", "System.CLSCompliant(false)",
                "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"Trimmed.\")", "System.Runtime.Versioning.UnsupportedOSPlatform(\"linux\")",
                "System.Runtime.Versioning.RequiresPreviewFeatures",
            ];
            string[] places = ["setting", "getter", "optional", "list", "disk", "serial", "host", "pairSetting", "version", "layer", "topology", "pair"];
            foreach (string mark in marks)
            {
                foreach (string place in places) data.Add(mark, place);
            }

            return data;
        }
    }

    /// <summary>A mark that is an error wherever the member is used, too: the user's own file uses it inside of what has the same mark.</summary>
    [Theory]
    [MemberData(nameof(MarksAndPlaces))]
    public void Marks_of_a_user_do_no_harm(string mark, string place)
    {
        string source =
            $$"""
            #pragma warning disable
            using ColoGen;
            {{At("layer")}} [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image({{At("setting", "property: ")}} string File)
            {
                public string SecretFile { {{At("getter")}} get; init; } = "/secret";
                public string SecretUuid => "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f";
            }
            {{At("layer")}} [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            public sealed record Vote({{At("list", "property: ")}} Image[] Images);
            {{At("layer")}} [NbdSource(Format = DiskFormat.Raw, Export = "p")]
            public sealed record Remote(string Host, int Port);
            {{At("layer")}} [Replication(ReplicationMode.Primary)]
            public sealed record Replica(Remote Remote);
            {{At("layer")}} [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            public sealed record Root(Image Local, {{At("optional", "property: ")}} Replica? Replica);
            {{At("topology", "layer")}} [Topology]
            public sealed partial record Primary([property: Disk("vda")] {{At("disk", "property: ")}} Root Root,
                [property: HostDisk("votes")] Vote Votes, [property: Serial("vda")] {{At("serial", "property: ")}} string? RootSerial);
            {{At("layer")}} [FileSource(Format = DiskFormat.Qcow2), BackingReference("p")]
            public sealed record Hidden(string File);
            {{At("layer")}} [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Active(string File, Hidden Backing);
            {{At("layer")}} [Replication(ReplicationMode.Secondary)]
            public sealed record SecondaryReplica(Active Active);
            {{At("layer")}} [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            public sealed record SecondaryRoot(SecondaryReplica Local);
            {{At("topology", "layer")}} [Topology]
            public sealed partial record Secondary([property: HostDisk("p"), NbdExport(Writable = true)] Image Parent,
                [property: Disk("vda")] SecondaryRoot Root, [property: Serial("vda")] string? RootSerial);
            {{At("pair", "topology", "layer")}} [ColoPair(NbdPort = 10809, MigrationHost = "b", MigrationPort = 9998)]
            public sealed partial record Pair({{At("host", "property: ")}} Primary Primary, Secondary Secondary,
                {{At("pairSetting", "property: ")}} string NbdHost,
                {{At("version", "property: ")}} QemuVersion Qemu);
            """;
        CSharpCompilation compilation = Compile.Sources(source);
        bool isAllowed = !compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Generation generation = Compile.Generate(compilation);
        if (isAllowed) Assert.Equal(3, generation.Files.Count);
        Assert.Empty(generation.OfGeneratedFiles());
        Assert.DoesNotContain("throw new", string.Concat(generation.Files.Values.Select(file => file.Replace("throw new global::System.ArgumentOut", ""))));
        Assert.Empty(Compile.Analyze(generation.Output).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        string At(params string[] places) => places.Contains(place) ? $"[{places.FirstOrDefault(text => text.EndsWith(' '))}{mark}]" : "";
    }

    [Theory]
    [MemberData(nameof(ValidSources.Names), MemberType = typeof(ValidSources))]
    public void What_is_generated_gives_the_user_s_own_files_no_warning(string name) =>
        Assert.DoesNotContain(
            Compile.Diagnose(Compile.Generate(Compile.Sources(ValidSources.All[name])).Output),
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    [MemberData(nameof(OlderVersions))]
    public void Below_its_language_nothing_is_generated_and_nothing_throws(LanguageVersion version)
    {
        Generation generation = Compile.Generate(Compile.Trees(Compile.Parse(ValidSources.All["References"], version: version)));
        Assert.Empty(generation.Files);
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Diagnostics);
        Assert.DoesNotContain(Compile.Analyze(generation.Output), diagnostic => diagnostic.Id == "AD0001");
    }

    [Fact]
    public void A_project_without_the_package_s_attributes_gets_nothing()
    {
        Generation generation = Compile.Generate(Compile.Sources("namespace N; class TopologyAttribute : System.Attribute; [Topology] partial record Host;"));
        Assert.Empty(generation.Files);
        Assert.Empty(Compile.Analyze(generation.Output));
    }

    [Fact]
    public void A_faulty_topology_compiles_too()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            """
            using ColoGen;
            [Topology]
            public sealed partial record Host([Disk("\"{0}\\\uD800\n")] Image Root)
            {
                public static void Use(Host host) => host.WriteQmp(System.IO.Stream.Null);
            }
            [FileSource(Format = DiskFormat.Qcow2, File = "\0")]
            public sealed record Image;
            """));
        Assert.Contains("InvalidOperationException", generation.Files["Host.g.cs"]);
        Assert.Empty(generation.Output.GetDiagnostics());
    }

    private static string WithoutPragma(string text)
    {
        const string pragma = "#pragma warning disable\n";
        Assert.Contains(pragma, text);
        return text.Replace(pragma, "");
    }
}
