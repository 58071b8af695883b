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
            project.Add(
                "Nearer.cs",
                "namespace Hosts { public static class Layers { "
                + "[ColoGen.FileSource(Format = ColoGen.DiskFormat.Vdi)] public sealed record Image(string File); } }").Count);
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
        var project =
            new EditedProject(new Dictionary<string, string>(TwentyHosts.Files) { ["Alias.cs"] = "global using HostOf = ColoGen.TopologyAttribute;" });
        Assert.Equal(
            ["Hosts.Named.g.cs"],
            project.Add("Named.cs", "namespace Hosts; [HostOf] public sealed partial record Named([ColoGen.Disk(\"vda\")] Layers.Image Root);"));
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
        Assert.Contains("= self.Root.Backing is not null;", project.Generated[Changed]);
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

    [Theory]
    [InlineData("namespace Hosts; public sealed class DiskAttribute(string dev) : System.Attribute { public string Dev { get; } = dev; }")]
    [InlineData("public sealed class DiskAttribute(string dev) : System.Attribute { public string Dev { get; } = dev; }")]
    [InlineData("global using Disk = System.ObsoleteAttribute;")]
    [InlineData("global using DiskAttribute = System.ObsoleteAttribute;")]
    public void Another_attribute_takes_over_the_name_of_ColoGen_s(string clash)
    {
        var project = new EditedProject(TwentyHosts.Files);
        Assert.Equal(TwentyHosts.Count, project.Add("Clash.cs", clash).Count);
        Assert.DoesNotContain("vda", project.Generated["Hosts.Host3.g.cs"]);
        Assert.Equal(TwentyHosts.Count, project.Remove("Clash.cs").Count);
        Assert.Contains("vda", project.Generated["Hosts.Host3.g.cs"]);
    }

    [Fact]
    public void A_class_of_the_name_of_ColoGen_s_attribute_that_becomes_one_too()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files) { ["Disk.cs"] = "namespace Hosts; public class Disk;" });
        Assert.Contains("vda", project.Generated["Hosts.Host3.g.cs"]);
        Assert.Equal(TwentyHosts.Count, project.Edit("Disk.cs", "Disk;", "Disk : System.Attribute;").Count);
        Assert.DoesNotContain("vda", project.Generated["Hosts.Host3.g.cs"]);
    }

    [Theory]
    [InlineData("namespace Hosts; public static class DiskBus { public const ColoGen.DiskBus Usb = ColoGen.DiskBus.Sata; }")]
    [InlineData("namespace Hosts; public enum DiskBus { Usb }")]
    public void Another_type_takes_over_the_name_of_an_enum(string clash)
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Host3.cs"] =
                "using ColoGen; namespace Hosts; [Topology] public sealed partial record Host3([Disk(\"sda\", Bus = DiskBus.Usb)] Layers.Image Root);",
        });
        Assert.Contains("usb-storage", project.Generated["Hosts.Host3.g.cs"]);
        Assert.Equal(["Hosts.Host3.g.cs"], project.Add("Clash.cs", clash));
        Assert.Equal(["Hosts.Host3.g.cs"], project.Remove("Clash.cs"));
    }

    [Fact]
    public void A_constant_of_another_file()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Host3.cs"] = "using ColoGen; namespace Hosts; [Topology] public sealed partial record Host3([Disk(Devs.Root)] Layers.Image Root);",
            ["Devs.cs"] = "namespace Hosts; internal static class Devs { public const string Root = \"vda\"; }",
        });
        Assert.Equal(["Hosts.Host3.g.cs"], project.Edit("Devs.cs", "vda", "vdx"));
        Assert.Contains("vdx-0", project.Generated["Hosts.Host3.g.cs"]);
    }

    [Fact]
    public void An_interface_that_becomes_a_record()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Host3.cs"] = "using ColoGen; namespace Hosts; [Topology] public partial record Host3([Disk(\"vda\")] Layers.Image Root) : Base;",
            ["Base.cs"] = "namespace Hosts; public interface Base;",
        });
        Assert.Equal(
            ["Hosts.Host3.g.cs"],
            project.Edit("Base.cs", "interface Base;", "record Base { [ColoGen.Disk(\"vdb\")] public Layers.Image? Data => null; }"));
        Assert.Contains("vdb-0", project.Generated["Hosts.Host3.g.cs"]);
    }

    [Fact]
    public void A_directive_that_makes_a_name_ambiguous()
    {
        var project = new EditedProject(new Dictionary<string, string>(TwentyHosts.Files)
        {
            ["Host3.cs"] = "using ColoGen; using Layers; namespace Hosts; [Topology] public sealed partial record Host3([Disk(\"vda\")] Image Root);",
            ["Other.cs"] = "namespace Other; [ColoGen.FileSource(Format = ColoGen.DiskFormat.Vdi)] public sealed record Image(string File);",
        });
        Assert.Equal(["Hosts.Host3.g.cs"], project.Add("Usings2.cs", "global using Other;"));
        Assert.Equal(["Hosts.Host3.g.cs"], project.Remove("Usings2.cs"));
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
