namespace ColoGen.Generators.Tests.Incremental;

/// <summary>Plain declarations, and what can stand around them that gives their names another meaning.</summary>
internal static class Surroundings
{
    private const string Layers =
        """
        [FileSource(Format = DiskFormat.Qcow2, Size = Numbers.Size)]
        public sealed partial record Image(string File);
        [FileSource(Format = DiskFormat.Qcow2), BackingReference(Names.Parent)]
        public sealed partial record Overlay(Utf8 File);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
        public sealed partial record Root(Overlay First, Image? Second, System.Guid Id);
        [Quorum(VoteThreshold = 1)]
        public readonly partial record struct Mirror(IReadOnlyList<Image> Children);
        public static class Names { public const string Parent = "parent0"; }
        internal static class Numbers { internal const long Size = 1 << 20; }
        """;

    private const string Hosts =
        """
        [Topology, Domain("shop")]
        public sealed partial record Host(
            [HostDisk(Names.Parent), NbdExport(Writable = true)] Image Parent,
            [Disk("vda", Bus = DiskBus.Virtio)] Root Root,
            [Serial("vda")] string? RootSerial)
        {
            private const string Dev = "vdb";
            [Disk(Dev)] public required Mirror Data { get; init; }
            public DomainType Type { get; init; }
        }
        """;

    /// <summary>Where in a file a clash can be put in.</summary>
    public const string Here = "/*here*/";

    /// <summary>The same declarations in several arrangements of files, namespaces and directives.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Projects =
    [
        [$"using System.Collections.Generic; using ColoGen; namespace Shop; {Here} {Layers} {Hosts}"],
        [$"namespace Shop {{ using System.Collections.Generic; using ColoGen; {Here} {Layers} {Hosts} }}"],
        [$"namespace Shop; using System.Collections.Generic; using ColoGen; {Here} {Layers} {Hosts}"],
        [$"using System.Collections.Generic; using ColoGen; {Here} {Layers} {Hosts}"],
        [$"using System.Collections.Generic; namespace ColoGen.Shop; {Here} {Layers} {Hosts}"],
        [
            $"namespace Shop.Layers; {Here} {Layers}",
            $"using Shop.Layers; namespace Shop.Hosts; {Here} {Hosts}",
            "global using System; global using System.Collections.Generic; global using global::ColoGen;",
        ],
        [
            $"using ColoGen; using System.Collections.Generic; namespace Shop {{ {Here} namespace Layers {{ {Layers} }} }}",
            $"using ColoGen; namespace Shop.Hosts {{ using Layers; {Here} {Hosts} }}",
        ],
        [
            $"using ColoGen; using System.Collections.Generic; namespace Layers; {Here} {Layers}",
            $"using ColoGen; using Layers; namespace Shop; {Here} {Hosts}",
        ],
        [
            $"using ColoGen; using System.Collections.Generic; namespace Shop; {Layers}",
            $$"""
            namespace Shop.Hosts; {{Here}}
            [ColoGen.Topology, global::ColoGen.DomainAttribute("shop")]
            public partial record struct Host(
                [ColoGen.Disk(dev: "vda", Bus = ColoGen.DiskBus.Virtio), ColoGen.BackingReference(index: 1, dev: Shop.Names.Parent)] Shop.Root Root,
                [global::ColoGen.Serial("vda")] string RootSerial)
            {
                [ColoGen.HostDisk("parent0")] public Image? Parent => null;
            }
            """,
        ],
        [
            $"using ColoGen; using System.Collections.Generic; namespace Shop; {Here} {Layers.Replace("(Utf8 File);", ";")} "
                + $"{Hosts.Replace("RootSerial)", "RootSerial) : IHost")}",
            "using ColoGen; namespace Shop; partial record Overlay : IHost { public Utf8 File { get; init; } } "
                + "partial record Host : IHost { [HostDisk(\"more\")] public Overlay? More => null; } internal interface IHost;",
        ],
    ];

    /// <summary>Names that the declarations use.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Topology", "TopologyAttribute", "Disk", "DiskAttribute", "FileSource", "SerialAttribute", "DiskFormat", "DiskBus", "DomainType", "Utf8",
        "Image", "Mirror", "Names", "Numbers", "Host", "IHost", "Root", "File", "Dev", "Guid", "IReadOnlyList", "ColoGen", "Shop", "Layers",
        "Hosts", "System", "Collections",
    ];

    private static readonly IReadOnlyList<Func<string, string>> s_declarations =
    [
        name => $"public class {name} {{ public const string Parent = \"other\"; public static string Qcow2 => \"\"; }}",
        name => "[System.AttributeUsage(System.AttributeTargets.All)] "
            + $"public class {name} : System.Attribute {{ public {name}(string dev = \"\") {{ }} public int Size {{ get; set; }} }}",
        name => $"public class {name} : Base; public class Base : System.Attribute;",
        name => $"[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public record {name}(string File);",
        name => $"[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public record {name}<T>(string File);",
        name => $"public enum {name} {{ Qcow2, Virtio, Qemu }}",
        name => $"public interface {name} {{ const long Size = 5; }}",
        name => $"public delegate void {name}();",
        name => $"public partial record {name};",
        name => $"public partial interface {name};",
        name => $"public static partial class {name} {{ public const string Parent = \"other\"; }}",
        name => $"file record {name};",
        name => $"[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] file record {name}(string File);",
        name => $"public class Unused<{name}> {{ public class {name}1 {{ }} }}",
        name => $"public static class Holder {{ public class {name} : System.Attribute {{ }} }}",
        name => $"public static class Holder {{ public static int {name} => 1; }}",
        name => $"public static class Holder {{ public const string {name} = \"held\"; }}",
        name => $"public static class Holder {{ extension(string text) {{ public int {name} => 1; }} }}",
        name => $"namespace {name} {{ public class Inside {{ }} }}",
        name => $"#if NEVER\npublic class {name} {{ }}\n#endif\n",
        name => $"public class {Escaped(name)} : System.Attribute;",
        name => $"public class @{name} : System.Attribute;",
    ];

    private static readonly IReadOnlyList<Func<string, string>> s_places =
    [
        text => text,
        text => $"namespace Shop {{ {text} }}",
        text => $"namespace Shop.Hosts {{ {text} }}",
        text => $"namespace Shop.Layers {{ {text} }}",
        text => $"namespace Layers {{ {text} }}",
        text => $"namespace Other {{ {text} }}",
        text => $"namespace ColoGen {{ {text} }}",
        text => $"namespace Shop.ColoGen {{ {text} }}",
    ];

    /// <summary>Declarations of a name, in several namespaces.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Declarations =
        [.. s_declarations.SelectMany(_ => s_places, (declaration, place) => new Func<string, string>(name => place(declaration(name))))];

    /// <summary>Directives for a file or a namespace.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Directives =
    [
        _ => "using Other;",
        _ => "using Shop.Layers;",
        _ => "using Layers;",
        _ => "using System;",
        _ => "using System.Text.Unicode;",
        _ => "using static Other.Holder;",
        _ => "using static Holder;",
        _ => "using static Shop.Holder;",
        _ => "using static System.Math;",
        name => $"using {name};",
        name => $"using {name} = Other.{name};",
        name => $"using {name} = System.String;",
        name => $"using {name} = System.ObsoleteAttribute;",
        name => $"using {name} = ColoGen.DiskBus;",
        name => $"using {name} = ColoGen;",
        name => $"using {name} = Other;",
        name => $"using {name} = (int, string);",
        name => $"using {Escaped(name)} = System.String;",
    ];

    /// <summary>Statements and members that stand where a clash is put in.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Members =
    [
        name => $"partial record Host {{ public class {name} : System.Attribute {{ public const string Parent = \"mine\"; }} }}",
        name => $"partial record Host {{ public enum {name} {{ Qcow2, Virtio, Qemu }} }}",
        name => $"partial record Host {{ public int {name} => 1; }}",
        name => $"partial record Host {{ public const string {name} = \"constant\"; }}",
        name => $"partial record Host {{ private static string {name}() => \"\"; }}",
        name => $"partial record Host {{ public string {name} = \"\"; }}",
        name => $"partial record Host {{ public static string {name} => \"\"; }}",
        name => $"partial record Host {{ [ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public record {name}(string File); }}",
        name => $"partial record Host {{ [ColoGen.HostDisk(\"more\")] public Image {name} => null!; }}",
        name => $"partial record Root {{ public Image {name} => null!; }}",
        name => $"partial record Image {{ public int {name} => 1; }}",
        name => $"partial record Image {{ public static class {name} {{ "
            + $"public const ColoGen.DiskFormat Qcow2 = ColoGen.DiskFormat.Raw; public const long Size = 9; }} }}",
        name => $"partial record Root : {name};",
        name => $"partial record Image : {name};",
        name => $"[{name}] partial record Image;",
        name => $"[System.Obsolete, @{name}(\"vda\")] partial record Image;",
        name => $"partial record Host {{ [{name}(\"vdc\")] public {name} Data2 => null!; }}",
        name => $"string {name} = \"\";",
    ];

    private static string Escaped(string name) => $"\\u{(int)name[0]:x4}{name[1..]}";
}
