namespace ColoGen.Generators.Tests.Reading;

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
        public sealed partial record Host([HostDisk(Names.Parent), NbdExport(Writable = true)] Image Parent, [Disk("vda", Bus = DiskBus.Virtio)] Root Root, [Serial("vda")] string? RootSerial)
        {
            private const string Dev = "vdb";
            [Disk(Dev)] public required Mirror Data { get; init; }
            public DomainType Type { get; init; }
        }
        """;

    /// <summary>The same declarations in several arrangements of namespaces and directives.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Projects =
    [
        [$"using System.Collections.Generic; using ColoGen; namespace Shop; {Layers} {Hosts}"],
        [$"namespace Shop {{ using System.Collections.Generic; using ColoGen; {Layers} {Hosts} }}"],
        [$"using System.Collections.Generic; using ColoGen; {Layers} {Hosts}"],
        [$"using System.Collections.Generic; namespace ColoGen.Shop; {Layers} {Hosts}"],
        [$"namespace Shop.Layers; {Layers}", $"using Shop.Layers; namespace Shop.Hosts; {Hosts}", "global using System; global using System.Collections.Generic; global using global::ColoGen;"],
        [$"using ColoGen; using System.Collections.Generic; namespace Shop {{ namespace Layers {{ {Layers} }} }}", $"using ColoGen; namespace Shop.Hosts {{ using Layers; {Hosts} }}"],
        [$"using ColoGen; using System.Collections.Generic; namespace Layers; {Layers}", $"using ColoGen; using Layers; namespace Shop; {Hosts}"],
        [
            $"using ColoGen; using System.Collections.Generic; namespace Shop; {Layers}",
            """
            namespace Shop.Hosts;
            [ColoGen.Topology, global::ColoGen.DomainAttribute("shop")]
            public partial record struct Host([ColoGen.Disk(dev: "vda", Bus = ColoGen.DiskBus.Virtio), ColoGen.BackingReference(index: 1, dev: Shop.Names.Parent)] Shop.Root Root, [global::ColoGen.Serial("vda")] string RootSerial)
            {
                [ColoGen.HostDisk("parent0")] public Image? Parent => null;
            }
            """,
        ],
    ];


    /// <summary>Names that the declarations use.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Topology", "TopologyAttribute", "Disk", "DiskAttribute", "FileSource", "SerialAttribute", "DiskFormat", "DiskBus", "DomainType", "Utf8",
        "Image", "Mirror", "Names", "Numbers", "Host", "Root", "File", "Dev", "Guid", "IReadOnlyList", "ColoGen", "Shop", "Layers", "System", "Collections", "string",
    ];

    /// <summary>Declarations of a name in a file of their own, or in a reference.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Declarations =
    [
        .. from declaration in new Func<string, string>[]
           {
               name => $"public class {name} {{ public const string Parent = \"other\"; public static string Qcow2 => \"\"; }}",
               name => $"[System.AttributeUsage(System.AttributeTargets.All)] public class {name} : System.Attribute {{ public {name}(string dev = \"\") {{ }} public int Size {{ get; set; }} }}",
               name => $"[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public record {name}(string File);",
               name => $"[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public record {name}<T>(string File);",
               name => $"public enum {name} {{ Qcow2, Virtio, Qemu }}",
               name => $"public interface {name} {{ const long Size = 5; }}",
               name => $"public delegate void {name}();",
               name => $"public partial record {name};",
               name => $"file record {name};",
               name => $"public class Unused<{name}> {{ public class {name}1 {{ }} }}",
               name => $"public static class Holder {{ public class {name} : System.Attribute {{ }} }}",
               name => $"public static class Holder {{ public static int {name} => 1; }}",
               name => $"public static class Holder {{ public const string {name} = \"held\"; }}",
               name => $"namespace {name} {{ public class Inside {{ }} }}",
           }
           from place in new[] { "{0}", "namespace Shop {{ {0} }}", "namespace Shop.Hosts {{ {0} }}", "namespace Shop.Layers {{ {0} }}", "namespace Other {{ {0} }}", "namespace ColoGen {{ {0} }}", "namespace Shop.ColoGen {{ {0} }}" }
           select (Func<string, string>)(name => string.Format(place, declaration(name)) is var text ? text : ""),
    ];

    /// <summary>Directives for all files.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Directives =
    [
        _ => "",
        _ => "global using Other;",
        _ => "global using Shop.Layers;",
        _ => "global using System;",
        _ => "global using System.Text.Unicode;",
        _ => "global using static Other.Holder;",
        _ => "global using static Shop.Holder;",
        name => $"global using {name} = Other.{name};",
        name => $"global using {name} = System.String;",
        name => $"global using {name} = System.ObsoleteAttribute;",
        name => $"global using {name} = ColoGen.DiskBus;",
        name => $"global using {name} = ColoGen;",
        name => $"global using {name} = Other;",
        name => $"using {name} = System.Int32;",
    ];

    /// <summary>Members of the topology in another part.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Members =
    [
        name => $"public class {name} : System.Attribute {{ public const string Parent = \"mine\"; }}",
        name => $"public enum {name} {{ Qcow2, Virtio, Qemu }}",
        name => $"public int {name} => 1;",
        name => $"public const string {name} = \"constant\";",
        name => $"private static string {name}() => \"\";",
        name => $"public string {name} = \"\";",
        name => $"[ColoGen.FileSource(Format = ColoGen.DiskFormat.Raw)] public record {name}(string File);",
        name => $"[ColoGen.HostDisk(\"more\")] public Image {name} => null!;",
    ];
}
