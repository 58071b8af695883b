namespace ColoGen.Generators.Tests.Mutation;

/// <summary>What a declaration does not usually have, or not there.</summary>
internal static class Pool
{
    public static readonly IReadOnlyList<string> Keywords =
    [
        "abstract", "allows", "base", "class", "const", "default", "delegate", "dynamic", "enum", "event", "explicit", "extension", "extern", "field",
        "file", "fixed", "get", "global", "goto", "in", "init", "interface", "internal", "is", "namespace", "new", "null", "operator", "out", "override",
        "params", "partial", "private", "protected", "public", "readonly", "record", "ref", "required", "scoped", "sealed", "set", "static", "struct",
        "this", "true", "false", "typeof", "unsafe", "using", "value", "var", "virtual", "void", "where", "yield",
    ];

    public static readonly IReadOnlyList<string> Signs =
    [
        "{", "}", "(", ")", "[", "]", "<", ">", ";", ",", ":", "::", ".", "..", "?", "??", "=", "=>", "->", "-", "+", "*", "&", "@", "#", "$", "\\", "`", "\0",
        "#nullable disable\n", "#if X\n", "#endif\n", "/*", "///",
    ];

    public static readonly IReadOnlyList<string> Numbers =
    [
        "0", "1", "2", "7", "-1", "3", "31", "65535", "65536", "4294967296", "2147483647", "-2147483648", "18446744073709551615", "99999999999999999999",
        "1.5", "1e400", "0x7FFFFFFF", "'x'", "1UL", "(int)1.5", "default",
    ];

    public static readonly IReadOnlyList<string> Strings =
    [
        "\"\"", "\"\\0\"", "\"a\\0b\"", "\"\0\"", "\"\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\uFFFE\"", "\"\\u0001\"", "\"\\\"'<>&,=\\\\\"", "\"\\n\\r\\t\"",
        "\"💾\"", "\"磁盘\"", "\"\"\"raw \" text\"\"\"", "\"\"\"\n  lines\n  of text\n  \"\"\"", "@\"c:\\\"\"\"", "$\"{1}\"", "\"{0}\"",
        "\"{\"", "\"unended",
        "\"u8\"u8",
        "\"vda\"", "\"vdb\"", "\"vdz\"", "\"vdaa\"", "\"sda\"", "\"hda\"", "\"fda\"", "\"vd\"", "\"VDA\"", "\"vda \"", "\"parent0\"", "\"parent1\"", "null",
        "nameof(System)",
        "\"" + new string('n', 40) + "\"", "\"" + new string('x', 4000) + "\"",
    ];

    public static readonly IReadOnlyList<string> Attributes =
    [
        "[Topology]", "[Topology, Domain]", "[Domain]", "[Domain(\"x\")]", "[Disk]", "[Disk(\"vda\")]", "[Disk(\"vdb\", Bus = (DiskBus)99)]", "[Disk(null)]",
        "[Disk(\"vdq\")]", "[Disk(\"vdp\", ReadOnly = true)]", "[Disk(\"vda\", \"vdb\")]", "[Disk(Missing)]", "[Disk(dev: \"vdc\")]", "[HostDisk(\"h\")]",
        "[HostDisk(typeof(int))]", "[HostDisk]", "[NbdExport]", "[NbdExport(Name = \"\")]", "[BackingReference]", "[BackingReference(\"vda\")]",
        "[BackingReference(\"vda\", 1)]",
        "[BackingReference(\"parent1\", -1)]", "[BackingReference(index: 1, dev: \"h\")]", "[Serial(\"vda\")]", "[BootOrder(\"vda\")]", "[Vendor(\"sda\")]",
        "[Product(\"vdz\")]",
        "[Quorum]", "[Quorum(VoteThreshold = 0)]", "[Quorum(VoteThreshold = 2)]", "[Quorum(VoteThreshold = 1)]", "[Replication(ReplicationMode.Secondary)]",
        "[Replication]",
        "[Replication((ReplicationMode)7)]", "[FileSource]", "[FileSource(Format = DiskFormat.Qcow2)]",
        "[FileSource(Format = DiskFormat.Unspecified, File = null)]",
        "[FileSource(Index = -1)]", "[FileSource(Index = 0, Format = (DiskFormat)99)]", "[BlockSource(Dev = 5)]",
        "[NbdSource(Host = \"h\", Port = 99999, Format = DiskFormat.Raw)]",
        "[NbdSource(Tls = true, Host = \"h\", Format = DiskFormat.Raw)]", "[property: Disk(\"vdc\")]", "[param: Disk(\"vdc\")]", "[return: Topology]",
        "[assembly: Topology]", "[ColoPair]", "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 0)]",
        "[ColoPair(Qemu = (QemuVersion)9, NbdHost = \"[::1]\", CheckpointDelay = -1)]", "[Layer]", "[Source]", "[DiskSetting(\"vda\")]",
        "[System.Obsolete]",
    ];

    public static readonly IReadOnlyList<string> Types =
    [
        "int", "int?", "uint", "long", "ulong", "string", "string?", "object", "bool", "bool?", "byte", "decimal", "char", "DiskFormat", "DiskFormat?",
        "DiskBus", "DomainType?",
        "QuorumReadPattern", "ReplicationMode", "QemuVersion", "PrimaryHost", "SecondaryHost?", "ShopPair", "Image", "Image?", "Image[]", "Image?[]",
        "Image[]?", "Image[,]", "Image[][]", "Overlay", "Overlay?", "Host", "Host?", "Host<int>",
        "System.Collections.Generic.List<Image>", "System.Collections.Generic.IReadOnlyList<Image?>", "System.Collections.Generic.IReadOnlyList<Image>?",
        "System.Collections.Generic.Dictionary<int, Image>", "System.Nullable<Image>", "System.Collections.Immutable.ImmutableArray<Overlay>",
        "System.Collections.Immutable.ImmutableArray<Overlay>?", "(Image, Image)", "System.Span<Image>", "Missing", "T", "T?", "nint", "int*", "dynamic", "var",
    ];

    public static readonly IReadOnlyList<string> Names =
    [
        "File", "Host", "Port", "Socket", "Export", "Tls", "Dev", "Index", "Format", "Name", "Machine", "Type", "Uuid", "VoteThreshold", "ReadPattern",
        "SecretFile", "Serial", "Backing",
        "Primary", "Secondary", "Qemu", "NbdPort", "Commands", "WriteCommands", "Start", "ReplicatedDisks", "Disks", "Size", "WriteQmp", "TreeXml",
        "Templates", "DotUtf8", "GetQmpMaxByteCount", "topology", "sink", "Write", "ToString", "EqualityContract", "@class", "ς", "σ", "_",
        "Serialization", "@record", "@required", "@file", "@scoped", "@field", "@var", "@nint", "@dynamic", "@extension", "@value", "@where",
    ];

    public static readonly IReadOnlyList<string> Members =
    [
        "public Image Extra { get; init; }", "private Image Hidden => default!;", "public static Image Shared => default!;",
        "public const string File = \"x\";", "public const int File = 5;",
        "public const DiskFormat Format = DiskFormat.Qcow2;", "public const bool Tls = true;", "public const string? Name = null;",
        "public string File { set { } }", "public Image this[int index] => default!;",
        "public Image Field;", "public class QmpTemplate { }", "public void WriteDot() { }", "public override string ToString() => \"\";",
        "public Image? Backing { private get; set; }",
        "[Disk(\"vdo\")] public Image? Late { get; set; }", "[HostDisk(\"late\")] internal Image Later => new(\"x\");",
        "[Topology] public partial record Inner([Disk(\"vda\")] Image Root);",
        "public PrimaryHost Primary { get; init; }", "public string NbdHost => \"h\";", "public const long Size = 512;",
        "[ColoPair] public partial record Pair(Host Primary, Host Secondary);", "public class Serialization { }", "public int ColoGen => 0;",
        "public string Port { get; } = \"\";", "public int Serial => 1;",
    ];

    public static readonly IReadOnlyList<string> All = [.. Keywords, .. Signs, .. Numbers, .. Strings, .. Attributes, .. Types, .. Names, .. Members];
}
