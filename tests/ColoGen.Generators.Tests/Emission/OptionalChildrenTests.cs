using System.Collections.Immutable;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>Positions that depend on many optional layers: the code grows as the declaration does, and counts right.</summary>
public sealed class OptionalChildrenTests
{
    private const string Layers =
        """
        using ColoGen;
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File);
        [Quorum(VoteThreshold = 1)] public sealed record Pair(Image A, Image B);
        """;

    /// <summary>Topologies by the number of their optional layers.</summary>
    private static readonly Dictionary<string, Func<int, string>> s_shapes = new()
    {
        ["Children"] = count => Quorum($"{Each(count, number => $"Image? C{number}")}, Image Last"),
        ["Children after a required one"] = count => Quorum($"Image First, {Each(count, number => $"Image? C{number}")}"),
        ["Children before a list"] = count => Quorum($"Image First, {Each(count, number => $"Image? C{number}")}, Image[] Others"),
        ["Disks"] = count =>
            $"{Layers}\n[Topology] public sealed partial record Host({Each(count, number => $"[Disk(\"sd{Letters(number)}\")] Pair? D{number}")});",
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Twice_the_optional_layers_give_twice_the_code(string shape)
    {
        int[] counts = [50, 100, 200];
        int[] sizes = [.. counts.Select(count => Size(s_shapes[shape](count)))];

        // The numbers in the code have more digits at the end.
        Assert.InRange(sizes[1], 1.8 * sizes[0], 2.02 * sizes[0]);
        Assert.InRange(sizes[2], 1.9 * sizes[1], 2.02 * sizes[1]);
        Assert.InRange(sizes[2] - sizes[1], 2.0 * (sizes[1] - sizes[0]), 2.05 * (sizes[1] - sizes[0]));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Each_child_stands_at_its_position(int count)
    {
        object host = Host(s_shapes["Children"](count), [.. Enumerable.Range(0, count).Select(number => number % 3 == 1), true]);
        int[] present = [.. Enumerable.Range(0, count + 1).Where(number => number % 3 == 1 || number == count)];

        string[] arguments = ((IBlockdevArguments)host).GetBlockdevArguments();
        using JsonDocument quorum = JsonDocument.Parse(Assert.Single(arguments, argument => argument.Contains("\"quorum\"", StringComparison.Ordinal)));
        IEnumerable<string?> names = quorum.RootElement.GetProperty("children").EnumerateArray().Select(child => child.GetString());
        Assert.Equal(present.Select(number => $"vda-{number + 1}"), names);

        string drive = Assert.Single(((IDriveArguments)host).GetDriveArguments(), argument => argument.StartsWith("if=none", StringComparison.Ordinal));
        string children = string.Concat(present.Select((number, position) =>
            $",children.{position}.driver=qcow2,children.{position}.file.filename=/{number}.qcow2,children.{position}.backing="));
        Assert.Equal($"if=none,driver=quorum,vote-threshold=1{children},id=vda", drive);
    }

    private static string Quorum(string children) =>
        $"""
        {Layers}
        [Quorum(VoteThreshold = 1)] public sealed record Children({children});
        [Topology] public sealed partial record Host([Disk("vda")] Children Root);
        """;

    private static string Each(int count, Func<int, string> parameter) => string.Join(", ", Enumerable.Range(0, count).Select(parameter));

    private static string Letters(int number) => (number >= 26 ? Letters((number / 26) - 1) : "") + (char)('a' + (number % 26));

    private static int Size(string source)
    {
        string text = Assert.Single(Compile.Generate(Compile.Sources(source)).Files).Value;
        Assert.DoesNotContain("COLO0", text);
        return text.Length;
    }

    /// <summary>A host whose quorum has these children.</summary>
    private static object Host(string source, bool[] isPresent)
    {
        using var assembly = new MemoryStream();
        ImmutableArray<Diagnostic> diagnostics = Compile.Generate(Compile.Sources(source)).Output.Emit(assembly).Diagnostics;
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        assembly.Position = 0;
        Type[] types = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).GetTypes();
        object?[] children = [.. isPresent.Select((isHere, number) => isHere ? Create("Image", $"/{number}.qcow2") : null)];
        return Create("Host", Create("Children", children));

        object Create(string type, params object?[] arguments) => Activator.CreateInstance(types.Single(other => other.Name == type), arguments)!;
    }
}
