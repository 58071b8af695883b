namespace ColoGen.Generators.Tests.Incremental;

/// <summary>Edits far from a topology, in what gives its names and constants their meaning, still change its file.</summary>
public sealed class FarEditTests
{
    private const string Changed = "Hosts.Host7.g.cs";

    [Fact]
    public void A_new_type_in_a_nearer_namespace_takes_over_a_name()
    {
        var project = new EditedProject(TwentyHosts.Files);
        Assert.Equal(
            TwentyHosts.Count,
            project.Add("Nearer.cs", "namespace Hosts { public static class Layers { [ColoGen.FileSource(Format = ColoGen.DiskFormat.Vdi)] public sealed record Image(string File); } }").Count);
        Assert.Contains("vdi", project.Generated["Hosts.Host3.g.cs"]);
    }

    [Fact]
    public void A_global_alias_in_a_new_file()
    {
        var project = new EditedProject(TwentyHosts.Files);
        project.Remove("Usings.cs");
        Assert.Equal([Changed], project.Add("Aliases.cs", "global using Seven = Layers.Other7;"));
        Assert.Contains("qed", project.Generated[Changed]);
    }

    [Fact]
    public void The_attribute_itself_by_an_alias_of_another_file()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files) { ["Alias.cs"] = "global using HostOf = ColoGen.TopologyAttribute;" });
        Assert.Equal(["Hosts.Named.g.cs"], project.Add("Named.cs", "namespace Hosts; [HostOf] public sealed partial record Named([ColoGen.Disk(\"vda\")] Layers.Image Root);"));
        Assert.Equal(["Hosts.Named.g.cs"], project.Edit("Alias.cs", "ColoGen.TopologyAttribute", "System.ObsoleteAttribute"));
    }

    [Fact]
    public void A_type_of_a_property_that_becomes_a_layer()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Layers7.Part.cs"] = "namespace Layers; partial record Layer7 { public Later Backing { get; } = new(); }",
            ["Later.cs"] = "namespace Layers; public sealed record Later { public string File => \"/later\"; }",
        });
        Assert.DoesNotContain("vda-1", project.Generated[Changed]);
        Assert.Equal([Changed], project.Edit("Later.cs", "public sealed record", "[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public sealed record"));
        Assert.Contains("vda-1", project.Generated[Changed]);
    }

    [Fact]
    public void A_member_of_a_layer_s_base_type()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Layers7.Part.cs"] = "namespace Layers; partial record Layer7 : Base7;",
            ["Base7.cs"] = "namespace Layers; public abstract record Base7;",
        });
        Assert.Equal([Changed], project.Edit("Base7.cs", "record Base7;", "record Base7 { public Image? Backing => null; }"));
        Assert.Contains("= topology.Root.Backing is not null;", project.Generated[Changed]);
    }

    [Fact]
    public void A_constant_that_another_constant_is_made_of()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Paths.cs"] = "namespace Layers; public static class Paths { public const string Seven = Folders.Images + \"/seven\"; }",
            ["Folders.cs"] = "namespace Layers; public static class Folders { public const string Images = \"/images\"; }",
        });
        Assert.Equal([Changed], project.Edit("Folders.cs", "/images", "/pictures"));
        Assert.Contains("/pictures/seven", project.Generated[Changed]);
    }

    [Fact]
    public void A_part_of_the_topology_that_goes()
    {
        var project = new EditedProject(TwentyHosts.Files);
        Assert.Contains("more-0", project.Generated[Changed]);
        Assert.Equal([Changed], project.Remove("Host7.Part.cs"));
        Assert.DoesNotContain("more-0", project.Generated[Changed]);
    }

    [Fact]
    public void An_edit_and_its_undo()
    {
        var project = new EditedProject(TwentyHosts.Files);
        string before = project.Generated[Changed];
        project.Edit("Layers7.cs", "DiskFormat.Qcow2", "DiskFormat.Vmdk");
        project.Edit("Layers7.cs", "DiskFormat.Vmdk", "DiskFormat.Qcow2");
        Assert.Equal(before, project.Generated[Changed]);
    }
}
