using ColoGen.Conformance.Tests.Agreement.Declarations;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

/// <summary>Every mistake, by the family of its rule.</summary>
internal static partial class MistakeTable
{
    public static IReadOnlyList<Mistake> All { get; } =
        [.. Sources, .. References, .. Targets, .. Quorums, .. Replications, .. Options, .. Exports];

    /// <summary>
    /// The rules whose mistakes are not made here, each with the reason. Those of authoring leave no document to try, and those of pairs are
    /// tried with two hosts.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Untried { get; } = new Dictionary<string, string>
    {
        ["COLO0111"] = "It is advice; valid hosts have such images, too.",
        ["COLO0117"] = "QEMU looks for the client's certificate first, and there is none.",
        ["COLO0121"] = "How many layers a list has is known at run time.",
        ["COLO0205"] = "Whether an optional layer is there is known at run time.",
        ["COLO0207"] = "How many layers a list has is known at run time.",
        ["COLO0314"] = "Only the drive arguments have such ids; the catalogue of mistakes replays them.",
        ["COLO0517"] = "The guest reads old data after a checkpoint only, which is tried with the quorum alone.",
        ["COLO0533"] = "It is about pairs.",
        ["COLO0607"] = "A number without a name has no word in any document.",
    };

    private static string Text(string text) => HostText.Literal(text);

    /// <summary>A host whose first disk has one more setting, or another.</summary>
    private static Func<Host, Host> Disk(string setting, string value) => host => host.WithFirst(tree => tree.With(setting, value));

    /// <summary>A host whose first disk has at its top one more setting, or another.</summary>
    private static Func<Host, Host> Top(string setting, string value) => Top(top => top.With(setting, value));

    private static Func<Host, Host> TopWithout(params string[] settings) => Top(top => top with { Settings = top.Settings.RemoveRange(settings) });

    private static Func<Host, Host> Top(Func<Layer, Layer> change) => host => host.WithFirst(tree => tree.WithTop(change));

    /// <summary>A layer in a file of another format, which the image really has.</summary>
    private static Layer Reformatted(Layer layer, string format) => layer with
    {
        Kind = "FileSource",
        Settings = layer.Settings
            .RemoveRange(["Socket", "Host", "Port", "Export", "Dev", "SecretFile", "SecretUuid"])
            .SetItem("Format", "DiskFormat." + format)
            .SetItem("File", Text($"{Host.Place}reformatted.{format.ToLowerInvariant()}")),
        Image = format.ToLowerInvariant(),
    };

    /// <summary>A raw image of so many bytes, with that as its declared size.</summary>
    private static Layer Sized(int size) =>
        Reformatted(new Layer("FileSource", Settings.Empty), "Raw").With("File", Text($"{Host.Place}{size}.raw")).With("Size", $"{size}");

    private static Settings Writable => Settings.Empty.Add("Writable", "true");
}
