using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>An edit costs what it changes.</summary>
public sealed class EditTests
{
    private static readonly string s_changed = "Hosts.Host7.g.cs";

    private readonly EditedProject _project = new(TwentyHosts.Files);

    public static IReadOnlyList<string> Steps { get; } = [.. typeof(TrackingNames)
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void The_project_compiles_and_each_topology_has_a_file()
    {
        Assert.Equal(TwentyHosts.Count, _project.Generated.Count);
        Assert.DoesNotContain(_project.Compilation.GetDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.All(_project.Generated.Values, text => Assert.DoesNotContain("COLO0", text));
    }

    [Fact]
    public void Every_step_is_tracked() => Assert.All(Steps, step => Assert.NotEmpty(_project.Reasons(step)));

    [Theory]
    [InlineData("Unrelated.cs", "\"Hello\"", "\"Hello again\"")]
    [InlineData("Host7.cs", "[Topology]", "// A comment.\n[Topology]")]
    [InlineData("Host7.cs", "[Topology]", "\n\n\n    [Topology   ]")]
    [InlineData("Layers7.cs", "Layer7;", "Layer7 /* A comment. */ ;")]
    [InlineData("Layers7.cs", "namespace Layers;", "namespace Layers;\n\n\n\n\n\n\n\n")]
    public void An_edit_in_a_body_or_of_a_comment_parses_nothing_again(string path, string text, string replacement)
    {
        Assert.Empty(_project.Edit(path, text, replacement));
        Assert.All(_project.Reasons(TrackingNames.Parse), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        AssertOnlyFound(_project.Outputs);
        Assert.All(_project.Reasons(TrackingNames.Find), AssertKept);
    }

    [Theory]
    [InlineData("Unrelated.cs", "class Program", "class Host7")]
    [InlineData("Unrelated.cs", "namespace Unrelated;", "namespace Hosts;")]
    [InlineData("Unrelated.cs", "}", "")]
    [InlineData("Host7.cs", "Root);", "Root)\n{\n    public int Unread => 7;\n}")]
    public void Another_edit_that_changes_no_model_emits_nothing_again(string path, string text, string replacement)
    {
        Assert.Empty(_project.Edit(path, text, replacement));
        AssertOnlyFound(_project.Outputs);
    }

    private void AssertOnlyFound(IReadOnlyList<IncrementalStepRunReason> outputs)
    {
        Assert.All(Steps.Except([TrackingNames.Find]), step => Assert.All(_project.Reasons(step), AssertKept));
        Assert.Equal(TwentyHosts.Count, outputs.Count);
        Assert.All(outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_new_file_without_a_topology_runs_no_step_again()
    {
        Assert.Empty(_project.Add("New.cs", "using ColoGen; [FileSource] record NotUsed(string File);"));
        Assert.All(_project.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("Host7.cs", "vda", "vdb", "\"vdb")]
    [InlineData("Layers7.cs", "DiskFormat.Qcow2", "DiskFormat.Vmdk", "vmdk")]
    [InlineData("Layers7.cs", "Layer7;", "Layer7(string SecretFile, string SecretUuid);", "SecretUuid")]
    [InlineData("Paths.cs", "/seven", "/siebzehn", "/images/siebzehn")]
    [InlineData("Paths.cs", "\"/images\"", "\"/elsewhere\"", "/elsewhere/seven")]
    [InlineData("Layers7.Part.cs", "Image Backing", "Image? Backing", "= self.Root.Backing is not null;")]
    [InlineData("Usings.cs", "Layers.Layer7", "Layers.Other7", "qed")]
    [InlineData("Host7.Part.cs", "\"more\"", "\"less\"", "less-0")]
    [InlineData("Layers7.cs", "Format = DiskFormat.Qcow2", "", "COLO0101")]
    public void An_edit_of_what_one_topology_stands_on_modifies_its_file_alone(string path, string text, string replacement, string expected)
    {
        Assert.DoesNotContain(expected, _project.Generated[s_changed]);
        Assert.Equal([s_changed], _project.Edit(path, text, replacement));
        Assert.Contains(expected, _project.Generated[s_changed]);
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(_project.Outputs, reason => reason != IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void An_edit_of_what_all_stand_on_modifies_every_file() =>
        Assert.Equal(TwentyHosts.Count, _project.Edit("Shared.cs", "string File", "string? File").Count);

    [Fact]
    public void A_new_topology_adds_one_file()
    {
        Assert.Equal(
            ["Hosts.New.g.cs"],
            _project.Add("New.cs", "namespace Hosts; [ColoGen.Topology] partial record New([ColoGen.Disk(\"vda\")] Layers.Image Root);"));
        Assert.Equal(IncrementalStepRunReason.New, Assert.Single(_project.Outputs, reason => reason != IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_topology_that_goes_takes_its_file_along() =>
        // Roslyn compares the files behind a removed one by their place, so that their steps do run again.
        Assert.Equal(["Hosts.Host3.g.cs"], _project.Remove("Host3.cs"));

    [Fact]
    public void An_error_that_is_mended_leaves_the_text_as_it_was()
    {
        string before = _project.Generated[s_changed];
        _project.Edit("Host7.cs", "\"vda\"", "\"\"");
        Assert.NotEqual(before, _project.Generated[s_changed]);
        _project.Edit("Host7.cs", "\"\"", "\"vda\"");
        Assert.Equal(before, _project.Generated[s_changed]);
    }

    private static void AssertKept(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());
}
