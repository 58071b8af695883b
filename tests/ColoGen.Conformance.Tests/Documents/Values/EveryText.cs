using System.Security.Cryptography;
using System.Text;

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

    /// <summary>The paths of the texts that may have any character: paths of files and names of exports.</summary>
    public static IReadOnlyList<string> FreePaths { get; } = [.. Paths.Where(path => IsHostPath(path) || path.EndsWith(".Export", StringComparison.Ordinal))];

    /// <summary>A topology in which each text is its mark, but for one.</summary>
    public static EveryText With(string path, string? value) => Make(other => other == path ? value! : Mark(other));

    /// <summary>The value that tells where a text has come to. It is valid for its setting.</summary>
    public static string Mark(string path) => IsHostPath(path) ? $"/{path}"
        : path.EndsWith("Uuid", StringComparison.Ordinal) ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16)).ToString()
        : path;

    /// <summary>A text as a value that is valid for a setting of <see cref="FreePaths"/>.</summary>
    public static string Valid(string path, string text)
    {
        if (!IsHostPath(path)) return text.Length <= 1000 ? text : text[..1000];
        string name = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        int length = path.EndsWith("Socket", StringComparison.Ordinal) ? 20 : 60;
        if (name.Length > length) name = name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
        return $"/{name}x";
    }

    private static bool IsHostPath(string path) => path[(path.LastIndexOf('.') + 1)..] is "File" or "SecretFile" or "Dev" or "TlsDir" or "Socket" or "Emulator";

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
