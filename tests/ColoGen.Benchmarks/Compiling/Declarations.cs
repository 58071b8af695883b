using System.Reflection;
using System.Text;
using ColoGen.TestInfrastructure.Declarations;
using ColoGen.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>Projects with many declared types, each in a file and namespace of its own, and one file that has nothing to do with them.</summary>
internal static class Declarations
{
    public const string Unrelated = "Unrelated.cs";

    private static readonly MetadataReference[] s_references = [.. References()];

    public static CSharpCompilation Compilation(int topologies) => Compilation(topologies, Topology);

    public static CSharpCompilation Compilation(int count, Func<int, string> source) => CSharpCompilation.Create(
        "Declarations",
        Enumerable.Range(0, count).Select(number => Parse(source(number), $"Type{number}.cs"))
            .Append(Parse("namespace Unrelated; public static class Program { public static int Run() => 0; }", Unrelated)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, path: path, encoding: Encoding.UTF8);

    /// <summary>The project after an edit of one file.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string path, Func<string, string> edit)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(tree, Parse(edit(tree.ToString()), path));
    }

    /// <summary>A COLO secondary, 12 members in all its layers.</summary>
    public static string Topology(int number) => DeclarationTexts.SecondaryHost($"Shop{number}");

    /// <summary>A type of 12 properties and a context of its own for System.Text.Json.</summary>
    public static string Json(int number) =>
        $$"""
        using System.Text.Json.Serialization;
        namespace Shop{{number}};
        [JsonSerializable(typeof(Host))]
        public partial class Host{{number}}Context : JsonSerializerContext;
        {{TwelveProperties("Host")}}
        """;

    /// <summary>Two types of 12 properties and a mapper between them for Mapperly.</summary>
    public static string Mapper(int number) =>
        $$"""
        using Riok.Mapperly.Abstractions;
        namespace Shop{{number}};
        [Mapper]
        public partial class HostMapper
        {
            public partial Other Map(Host host);
        }
        {{TwelveProperties("Host")}}
        {{TwelveProperties("Other")}}
        """;

    private static string TwelveProperties(string type) =>
        $$"""
        public sealed class {{type}}
        {
            public string Name { get; set; } = "";
            public string Parent { get; set; } = "";
            public string Active { get; set; } = "";
            public string Hidden { get; set; } = "";
            public string? Serial { get; set; }
            public string Export { get; set; } = "";
            public string Address { get; set; } = "";
            public int Port { get; set; }
            public int MemoryMiB { get; set; }
            public int Vcpus { get; set; }
            public bool IsWritable { get; set; }
            public long Size { get; set; }
        }
        """;

    private static IEnumerable<MetadataReference> References()
    {
        IEnumerable<string> paths = Directory.GetFiles(Metadata("ReferencePack"), "*.dll")
            .Append(typeof(TopologyAttribute).Assembly.Location)
            .Append(typeof(DeclarationValidator).Assembly.Location);
        if (Peers.MapperlyFolder is { } mapperly)
        {
            string[] attributes = Directory.GetFiles(mapperly, "Riok.Mapperly.Abstractions.dll", SearchOption.AllDirectories);
            paths = paths.Append(attributes.Order(StringComparer.Ordinal).Last());
        }
        return paths.Select(path => MetadataReference.CreateFromFile(path));
    }

    public static string Metadata(string key) => typeof(Declarations).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
