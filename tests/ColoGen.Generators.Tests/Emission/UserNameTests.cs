using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>Types of a user that have the names of what generated code uses are not in its way.</summary>
public sealed class UserNameTests
{
    public static TheoryData<string> Names =>
    [
        "System", "Span", "ReadOnlySpan", "Buffers", "IBufferWriter", "CodeDom", "GeneratedCode", "GeneratedCodeAttribute",
        "ColoGen", "Serialization", "Utf8Document", "DocumentKind", "ITemplate", "TreeXml", "IUtf8Sink", "XmlEscape", "MethodImplAttribute", "Templates",
        "ITreeXml", "IQmp", "DomainType",
        "TSink", "sink", "topology", "layer1", "value1", "round1", "path1", "String", "Int32",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_the_same_namespace(string name) => AssertCompiles($"public static class {name} {{ }}", "");

    [Theory]
    [MemberData(nameof(Names))]
    public void As_a_namespace(string name) => AssertCompiles($"namespace {name} {{ public static class Unused {{ }} }}", "");

    [Theory]
    [MemberData(nameof(Names))]
    public void Inside_the_topology(string name) => AssertCompiles("", $"public static class {name} {{ }}");

    [Theory]
    [MemberData(nameof(Names))]
    public void As_a_type_parameter_around_it(string name) => AssertCompiles("", "", $"<{name}>");

    [Theory]
    [InlineData("public static class System { }", "", "System")]
    [InlineData("public static class ColoGen { }", "", "ColoGen")]
    [InlineData("public static class __Span { }", "", "__Span")]
    [InlineData("namespace __Utf8 { public static class Unused { } }", "", "__Utf8")]
    [InlineData("namespace Shop { public static class __Bytes { } }", "", "__Bytes")]
    [InlineData("", "public static class __Kind { }", "__Kind")]
    public void That_would_be_in_its_way_are_refused(string outside, string inside, string name)
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            {{outside}}
            namespace Layers
            {
                [global::ColoGen.FileSource(Format = global::ColoGen.DiskFormat.Qcow2)]
                public sealed record Image(string File);
            }
            namespace Shop
            {
                [global::ColoGen.Topology]
                public sealed partial record Host([property: global::ColoGen.Disk("vda")] global::Layers.Image Root)
                {
                    {{inside}}
                }
            }
            """));
        if (name == nameof(ColoGen))
        {
            // The compiler itself does not find the attributes then.
            Assert.Contains(generation.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            return;
        }

        Assert.Empty(generation.Files);
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(generation.Output));
        Assert.Equal("COLO0020", diagnostic.Id);
        Assert.Contains($"'{name}'", diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static void AssertCompiles(string beside, string inside, string parameters = "")
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            namespace Shop
            {
                {{beside}}

                public static partial class Outer{{parameters}}
                {
                    [global::ColoGen.Topology, global::ColoGen.Domain("shop")]
                    public sealed partial record Host(
                        [property: global::ColoGen.Disk("vda")] global::Layers.Root Root,
                        [property: global::ColoGen.HostDisk("other")] global::Layers.Image? Other,
                        global::ColoGen.DomainType Type,
                        int MemoryMiB)
                    {
                        {{inside}}
                    }
                }
            }
            """,
            """
            using ColoGen;
            namespace Layers;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image(string File, Image1? Backing);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image1(string File, Image2 Backing);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image2(string File, Image3 Backing);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image3(string File, Image4 Backing);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image4(string File, Image5 Backing);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image5(string File, Image6 Backing);
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image6(string File);
            [Quorum(VoteThreshold = 1)]
            public sealed record Root(Image[] Children);
            """));
        string text = Assert.Single(generation.Files).Value;
        Assert.DoesNotContain("COLO0", text);
        Assert.Contains("path1", text);
        Assert.Contains("layer1", text);
        Assert.Contains("value1", text);
        Assert.Contains("round1", text);
        Assert.Empty(generation.OfGeneratedFiles());
        Assert.DoesNotContain(generation.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
