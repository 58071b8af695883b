namespace ColoGen.Generators.Tests.Emission;

/// <summary>Members that are edges or settings, and those that only look so.</summary>
public sealed class MemberTests
{
    [Fact]
    public void An_explicit_implementation_of_an_interface_is_no_edge()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            """
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image(string File) : IHasBacking
            {
                Image IHasBacking.Backing => throw new System.NotSupportedException();
            }
            public interface IHasBacking
            {
                Image Backing { get; }
            }
            [Topology]
            public sealed partial record Host([Disk("vda")] Image Root) : IHasBacking
            {
                Image IHasBacking.Backing => Root;
            }
            """));
        Assert.Empty(generation.Output.GetDiagnostics());
        Assert.Empty(Compile.Analyze(generation.Output));
        Assert.Single(generation.Files["Host.g.cs"].Split('\n'), line => line.Contains("vda-0 qcow2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_member_is_read_as_the_derived_type_has_it()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            """
            using ColoGen;
            public record Base(string File, long Port);
            [NbdSource(Format = DiskFormat.Raw)]
            public sealed record Remote(string Host) : Base("", 0)
            {
                public new int Port => 10809;
            }
            [Topology]
            public sealed partial record Host([Disk("vda")] Remote Root);
            """));
        Assert.Empty(generation.Output.GetDiagnostics());
        Assert.Empty(Compile.Analyze(generation.Output));
        Assert.Contains("sink.Read(self.Root.Port, 1, 65535)", generation.Files["Host.g.cs"]);
    }

    [Fact]
    public void A_set_only_property_under_the_name_of_a_parameter_does_no_harm()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            """
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image(string File)
            {
                public string File { set { } }
            }
            [Topology]
            public sealed partial record Host([Disk("vda")] Image Root);
            """));
        Assert.Null(generation.Result.Exception);
        Assert.Equal(["COLO0022", "COLO0103"], Compile.Analyze(generation.Output).Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [InlineData("public const string File = \"/x\";")]
    [InlineData("public string File { get; } = \"/x\";")]
    [InlineData("public required string File { get; init; }")]
    public void A_setting_comes_from_a_property_or_a_constant(string member) => Assert.Empty(Analyze(member));

    [Theory]
    [InlineData("public const int File = 5;")]
    [InlineData("public const string? File = null;")]
    [InlineData("public int File => 5;")]
    [InlineData("public char File => 'x';")]
    [InlineData("public System.Uri File => throw new System.Exception();")]
    public void A_setting_of_another_type_is_refused(string member) => Assert.Equal(["COLO0008"], Analyze(member));

    [Theory]
    [InlineData("internal string File => \"/x\";", "COLO0017")]
    [InlineData("public string File { internal get; set; } = \"/x\";", "COLO0017")]
    public void A_setting_that_other_assemblies_can_not_read_is_reported(string member, string id) => Assert.Equal([id], Analyze(member));

    [Theory]
    [InlineData("public string? File => null;", "COLO0014")]
    [InlineData("private string File => \"/x\";", "COLO0009")]
    [InlineData("public string File { private get; set; } = \"/x\";", "COLO0009")]
    public void A_setting_that_can_not_be_read_is_refused(string member, string id) => Assert.Equal([id], Analyze(member));

    [Theory]
    [InlineData("public static string File => \"/x\";", "COLO0022 COLO0103")]
    [InlineData("public string File = \"/x\";", "COLO0022 COLO0103")]
    [InlineData("public string File { set { } }", "COLO0022 COLO0103")]
    [InlineData("private static string File => \"/x\";", "COLO0103")]
    [InlineData("public string File() => \"/x\";", "COLO0103")]
    public void Another_member_is_no_setting(string member, string ids) => Assert.Equal(ids, string.Join(' ', Analyze(member)));

    [Fact]
    public void A_constant_can_give_a_format() => Assert.Empty(Compile.Analyze(Compile.Sources(
        """
        using ColoGen;
        [FileSource]
        public sealed record Image(string File)
        {
            public const DiskFormat Format = DiskFormat.Qcow2;
        }
        [Topology]
        public sealed partial record Host([Disk("vda")] Image Root);
        """)));

    private static IEnumerable<string> Analyze(string member) => Compile.Analyze(Compile.Sources(
        $$"""
        using ColoGen;
        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record Image
        {
            {{member}}
        }
        [Topology]
        public sealed partial record Host([Disk("vda")] Image Root);
        """)).Select(diagnostic => diagnostic.Id).Order();
}
