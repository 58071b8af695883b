using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Parsing;

/// <summary>A target of an attribute means what the compiler takes it for, however it is written.</summary>
public sealed class AttributeTargetTests
{
    private const string Image = "[FileSource(Format = DiskFormat.Qcow2)] public sealed record Img(string File);";

    [Theory]
    [InlineData("property")]
    [InlineData("@property")]
    [InlineData("param")]
    [InlineData("@param")]
    public void Of_a_member(string target)
    {
        string file = GenerateHost($"[Topology] public sealed partial record Host([Disk(\"vda\")] Img Disk, [{target}: Serial(\"vda\")] string? RootSerial);");
        Assert.Contains("RootSerial", file);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("@type")]
    public void Of_a_topology(string target)
    {
        string file = GenerateHost($"[{target}: Domain(\"shop\", MemoryMiB = 512)] [Topology] public sealed partial record Host([Disk(\"vda\")] Img Disk);");
        Assert.Contains("IDomainXml", file);
        Assert.Contains("shop", file);
    }

    private static string GenerateHost(string host)
    {
        Generation generation = Compile.Generate(Compile.Sources($"using ColoGen; {Image} {host}"));
        Assert.DoesNotContain(Compile.Diagnose(generation.Output), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        return generation.Files["Host.g.cs"];
    }
}
