using System.Reflection;
using ColoGen.Generators;
using Microsoft.CodeAnalysis;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>The generators side by side: ours, System.Text.Json's from the SDK, and Mapperly's from its package.</summary>
internal static class Peers
{
    /// <summary>Where the package of Mapperly was restored to.</summary>
    public static string? MapperlyFolder { get; } = Declarations.Metadata("Mapperly") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <param name="Edit">Adds something to a declaration that changes what is generated.</param>
    public sealed record Peer(string Name, Func<int, string> Source, Func<ISourceGenerator> Generator, Func<string, string> Edit);

    public static IReadOnlyList<Peer> All { get; } = [.. Find()];

    private static IEnumerable<Peer> Find()
    {
        yield return new Peer(
            "ColoGen",
            Declarations.Topology,
            () => new ColoGenGenerator().AsSourceGenerator(),
            source => source.Replace("\"vdb\"", "\"vdc\""));

        string json = Path.Combine(Declarations.Metadata("ReferencePack"), "..", "..", "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll");
        yield return new Peer(
            "System.Text.Json, one context a type",
            Declarations.Json,
            () => Create(json, "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
            source => source.Replace("public long Size", "public long Length"));

        if (MapperlyFolder is null) yield break;
        string mapperly = Directory.GetFiles(MapperlyFolder, "Riok.Mapperly.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        yield return new Peer(
            "Mapperly",
            Declarations.Mapper,
            () => Create(mapperly, "Riok.Mapperly.MapperGenerator"),
            source => source.Replace("public long Size", "public long Length"));
    }

    private static ISourceGenerator Create(string path, string type)
    {
        Type generator = Assembly.LoadFrom(Path.GetFullPath(path)).GetType(type, throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(generator, nonPublic: true)!).AsSourceGenerator();
    }
}
