namespace ColoGen.Conformance.Tests.Documents.Values;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record TextFile(string File, string SecretFile, string SecretUuid);

[BlockSource(Format = DiskFormat.Raw)]
public sealed record TextVolume(string Dev);

[NbdSource(Format = DiskFormat.Raw, Tls = true)]
public sealed record TextExport(string Host, int Port, string Export, string TlsDir, string TlsHostname);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record TextSocket(string Socket, string Export);

/// <summary>The first layer is libvirt's, the others are in QEMU's command line.</summary>
[Quorum(VoteThreshold = 1)]
public sealed record TextMirror(TextFile First, TextFile Second, TextVolume Third, TextExport Fourth, TextSocket Fifth);

/// <summary>A topology with every setting that is a text, each known at run time.</summary>
[Topology, Domain(Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record EveryText(
    string Name,
    string Uuid,
    string Emulator,
    [Disk("sda")] TextFile File,
    [Disk("sdb")] TextVolume Volume,
    [Disk("sdc")] TextExport Export,
    [Disk("sdd")] TextSocket Socket,
    [HostDisk("host")] TextFile Host,
    [Disk("vda")] TextMirror Mirror,
    [Serial("sda")] string Serial,
    [Vendor("sda")] string Vendor,
    [Product("sda")] string Product)
{
    /// <summary>The paths of the texts, as errors name them.</summary>
    public static IReadOnlyList<string> Paths { get; } = FindPaths();

    /// <summary>A topology in which each text is its own path, but for one.</summary>
    public static EveryText With(string path, string? value) => Make(other => other == path ? value! : Mark(other));

    /// <summary>The value that tells where a text has come to.</summary>
    public static string Mark(string path) => $"<{path}>";

    private static EveryText Make(Func<string, string> text) => new(
        text("Name"),
        text("Uuid"),
        text("Emulator"),
        MakeFile(text, "File"),
        new(text("Volume.Dev")),
        MakeExport(text, "Export"),
        new(text("Socket.Socket"), text("Socket.Export")),
        MakeFile(text, "Host"),
        new(
            MakeFile(text, "Mirror.First"),
            MakeFile(text, "Mirror.Second"),
            new(text("Mirror.Third.Dev")),
            MakeExport(text, "Mirror.Fourth"),
            new(text("Mirror.Fifth.Socket"), text("Mirror.Fifth.Export"))),
        text("Serial"),
        text("Vendor"),
        text("Product"));

    private static TextFile MakeFile(Func<string, string> text, string path) =>
        new(text(path + ".File"), text(path + ".SecretFile"), text(path + ".SecretUuid"));

    private static TextExport MakeExport(Func<string, string> text, string path) =>
        new(text(path + ".Host"), 10809, text(path + ".Export"), text(path + ".TlsDir"), text(path + ".TlsHostname"));

    private static List<string> FindPaths()
    {
        List<string> paths = [];
        Make(path =>
        {
            paths.Add(path);
            return "";
        });
        return paths;
    }
}
