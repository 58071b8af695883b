namespace ColoGen.Generators.Tests.Incremental;

/// <summary>A project with twenty topologies, each in a file, which share some of what they stand on.</summary>
internal static class TwentyHosts
{
    public const int Count = 20;

    /// <summary>All that Host7 stands on is in files of its own, each in another way.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(Enumerable.Range(0, Count).Select(Host))
    {
        ["Shared.cs"] =
            """
            using ColoGen;
            namespace Layers;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed partial record Image(string File);
            """,
        ["Layers7.cs"] =
            """
            using ColoGen;
            namespace Layers;
            [FileSource(Format = DiskFormat.Qcow2, File = Paths.Seven)]
            public sealed partial record Layer7;
            [FileSource(Format = DiskFormat.Qed)]
            public sealed partial record Other7(string File);
            """,
        ["Layers7.Part.cs"] =
            """
            namespace Layers;
            partial record Layer7
            {
                public Image Backing { get; } = new("/b");
            }
            """,
        ["Paths.cs"] =
            """
            namespace Layers;
            public static class Paths
            {
                public const string Seven = Folder + "/seven";
                private const string Folder = "/images";
            }
            """,
        ["Host7.Part.cs"] =
            """
            using ColoGen;
            namespace Hosts;
            partial record Host7
            {
                [HostDisk("more")]
                public Layers.Image? More => null;
            }
            """,
        ["Usings.cs"] = "global using Seven = Layers.Layer7;",
        ["Unrelated.cs"] =
            """
            namespace Unrelated;
            public static class Program
            {
                public static void Main() => System.Console.WriteLine("Hello");
            }
            """,
    };

    private static KeyValuePair<string, string> Host(int number) => new(
        $"Host{number}.cs",
        $$"""
        using ColoGen;
        namespace Hosts;
        [Topology]
        public sealed partial record Host{{number}}([Disk("vda")] {{(number == 7 ? "Seven" : "Layers.Image")}} Root);
        """);
}
