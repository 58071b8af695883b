using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>A pair is written again when what it stands on changes, and only then.</summary>
public sealed class PairEditTests
{
    private const string Output = "Declarations.Pair-ColoPair.g.cs";

    private readonly EditedProject _project = new(new Dictionary<string, string>
    {
        ["Layers.cs"] =
            """
            using ColoGen;
            namespace Declarations;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed partial record Image(string File);
            [FileSource(Format = DiskFormat.Qcow2), BackingReference(Names.Parent)]
            public sealed partial record Hidden(string File);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed partial record Active(string File, Hidden Backing);
            [Replication(ReplicationMode.Secondary)]
            public sealed partial record Local(Active Active);
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            public sealed partial record SecondaryRoot(Local Local);
            [NbdSource(Format = DiskFormat.Raw)]
            public sealed partial record Export(string Host, int Port);
            [Replication(ReplicationMode.Primary)]
            public sealed partial record Remote(Export Export);
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            public sealed partial record PrimaryRoot(Image Image, Remote? Remote);
            """,
        ["Names.cs"] = "namespace Declarations; public static class Names { public const string Parent = \"parent0\"; public const int Port = 10809; }",
        ["Primary.cs"] = "using ColoGen; namespace Declarations; [Topology] public sealed partial record Primary([Disk(\"vda\")] PrimaryRoot Root);",
        ["Secondary.cs"] =
            """
            using ColoGen;
            namespace Declarations;
            [Topology]
            public sealed partial record Secondary([HostDisk(Names.Parent), NbdExport(Writable = true)] Image Parent, [Disk("vda")] SecondaryRoot Root);
            """,
        ["Pair.cs"] =
            """
            using ColoGen;
            namespace Declarations;
            [ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = Names.Port, MigrationPort = 9998)]
            public sealed partial record Pair(Primary Primary, Secondary Secondary, string NbdHost, string MigrationHost);
            """,
        ["Unrelated.cs"] = "class Unrelated { string Text => \"Hello\"; }",
    });

    [Fact]
    public void The_project_compiles_without_a_warning_and_the_pair_has_a_file()
    {
        Assert.Equal(3, _project.Generated.Count);
        Assert.Contains(Output, _project.Generated.Keys);
        Assert.All(_project.Generated.Values, text => Assert.DoesNotContain("COLO0", text));
    }

    [Theory]
    [InlineData("Unrelated.cs", "Hello", "Hello again")]
    [InlineData("Pair.cs", "[ColoPair(", "/* A comment. */ [ColoPair(")]
    [InlineData("Layers.cs", "namespace", "\n\nnamespace")]
    public void An_edit_that_says_nothing_new_runs_no_step_again(string path, string text, string replacement)
    {
        Assert.Empty(_project.Edit(path, text, replacement));
        Assert.All(EditTests.Steps, step => Assert.All(_project.Reasons(step), reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString())));
        Assert.All(_project.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("Pair.cs", "MigrationPort = 9998", "MigrationPort = 9997", "9997")]
    [InlineData("Pair.cs", "Qemu7To10", "Qemu11", "return-path")]
    [InlineData("Names.cs", "10809", "10810", "10810")]
    [InlineData("Names.cs", "parent0", "base0", "base0-0")]
    [InlineData("Layers.cs", "PrimaryRoot(Image Image, ", "PrimaryRoot(Image Image, Image Other, ", "children.2")]
    [InlineData("Secondary.cs", "Writable = true", "Writable = false", "COLO0506")]
    public void An_edit_of_what_the_pair_stands_on_modifies_its_file(string path, string text, string replacement, string expected)
    {
        Assert.DoesNotContain(expected, _project.Generated[Output]);
        Assert.Contains(Output, _project.Edit(path, text, replacement));
        Assert.Contains(expected, _project.Generated[Output]);
    }
}
