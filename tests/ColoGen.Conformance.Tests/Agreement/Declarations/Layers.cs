using System.Collections.Immutable;
using ColoGen.Conformance.Tests.Agreement.Oracles;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Declarations;

/// <summary>Random layers.</summary>
internal static class Layers
{
    private static readonly string[] s_backed = ["Qcow2", "Qcow2", "Qcow2", "Encrypted", "Qcow", "Qed", "Vmdk"];
    private static readonly string[] s_writable = [.. s_backed, "Raw", "Raw", "Vdi", "Vhdx", "Vpc", "Parallels", "Luks"];
    private static readonly string[] s_readable = [.. s_writable, "Bochs", "Cloop", "Dmg"];

    private static readonly Gen<Wishes> s_wishes =
        from pin in Rarely(Gen.Int[1, 900])
        from sharing in Gen.Int[0, 3]
        from suffix in Gen.OneOf("", "", "", " b", ",c", "&<d>", "'e'", "\"f\"", "日本", "😀", "\\g", "%20", "#h", ":i")
        select new Wishes(Pin: pin, Sharing: sharing == 0, Suffix: suffix);

    /// <summary>A layer with up to so many levels below it.</summary>
    public static Gen<Layer> Any(bool writes, int depth) => depth == 0
        ? Image(writes, Gen.Const(0))
        : Gen.Frequency<Layer>((4, Image(writes, Gen.Int[0, depth])), (1, Quorum(writes, depth)));

    public static Gen<Layer> Of(string format) => Of(Gen.OneOf(format));

    public static Gen<Layer> InFile(params string[] formats) => s_wishes.Select(Gen.OneOf(formats), File);

    /// <summary>An image over so many levels.</summary>
    public static Gen<Layer> Image(bool writes, Gen<int> depth) =>
        from levels in depth
        from layer in levels == 0 ? Of(Gen.OneOf(writes ? s_writable : s_readable)) : Over(Of(Gen.OneOf(s_backed)), Any(writes: false, levels - 1))
        from target in Rarely(Gen.Int[0, 100])
        select levels == 0 && !layer.Wishes.Sharing && CanHaveBacking(layer)
            ? layer with { Wishes = layer.Wishes with { Target = target } }
            : layer;

    public static Gen<Layer> Over(Gen<Layer> overlay, Gen<Layer> backing) => overlay.Select(backing, (top, below) => top with { Below = [below] });

    /// <summary>A quorum that votes right, over layers of any kind.</summary>
    /// <remarks>
    /// QEMU ends when the children of a quorum with Blkverify read different bytes, and RewriteCorrupted writes the bytes of one child to another. No rule
    /// reports that, because what images hold is known only at run time. Here all images read as zeros, whatever references lead to: see ImageBytes.
    /// </remarks>
    public static Gen<Layer> Quorum(bool writes, int depth) =>
        from children in Any(writes, depth - 1).Array[1, depth > 1 ? 3 : 5]
        from vote in Gen.Int[1, children.Length]
        from pattern in Gen.Int[0, 4]
        from wishes in s_wishes
        select (pattern switch
        {
            0 => Fifo(children),
            1 => Quorum(children, vote, new() { ["ReadPattern"] = "QuorumReadPattern.Quorum" }),
            2 when writes => Quorum(children, vote, new() { ["RewriteCorrupted"] = "true" }),
            3 when children.Length == 2 => Quorum(children, 2, new() { ["Blkverify"] = "true" }),
            _ => Quorum(children, vote, []),
        }) with { Wishes = wishes };

    public static Layer Quorum(IEnumerable<Layer> children, int voteThreshold, Dictionary<string, string> settings) =>
        new Layer("Quorum", settings.ToImmutableSortedDictionary().Add("VoteThreshold", $"{voteThreshold}")) { Below = [.. children] };

    public static Layer Fifo(params IEnumerable<Layer> children) => Quorum(children, 1, new() { ["ReadPattern"] = "QuorumReadPattern.Fifo" });

    public static Layer Replication(string mode, Layer below) =>
        new Layer("Replication", Settings.Empty.Add("Mode", "ReplicationMode." + mode)) { Below = [below] };

    /// <summary>The active disk of a secondary over its hidden disk.</summary>
    public static Gen<Layer> Active(string parent) =>
        from active in Of("Qcow2")
        from hidden in Gen.OneOf<Layer>(Of("Qcow2"), Of("Qcow2"), Of("Encrypted"))
        from isOpen in Gen.Bool
        select active with { Below = [hidden with { Reference = new Reference(parent, 0, isOpen) }] };

    public static Gen<Layer> Remote { get; } = Nbd(Gen.OneOf("Raw", "Qcow2"), Gen.Bool);

    public static Gen<Layer> OverSocket { get; } = Nbd(Gen.OneOf("Raw", "Qcow2"), Gen.Const(false));

    public static Gen<Layer> OverTcp { get; } = Nbd(Gen.OneOf("Raw", "Qcow2"), Gen.Const(true));

    private static Gen<Layer> Of(Gen<string> formats) =>
        from format in formats
        from place in Gen.Int[0, 7]
        from layer in place == 0 && format is ("Raw" or "Qcow2") ? Nbd(Gen.Const(format), Gen.Bool) : InFile(format)
        select place == 1 && BlockDevices.AreUsed ? layer with { Kind = "BlockSource" } : layer;

    private static Gen<Layer> Nbd(Gen<string> formats, Gen<bool> isOverTcp) =>
        from format in formats
        from overTcp in isOverTcp
        from wishes in s_wishes
        let settings = Settings.Empty.Add("Format", "DiskFormat." + format)
        select new Layer("NbdSource", overTcp
            ? settings.Add("Host", HostText.Literal("127.0.0.1")).Add("Port", Host.Port)
            : settings.Add("Socket", HostText.Literal(Host.Place + "nbd")))
        {
            Wishes = wishes,
            Image = format.ToLowerInvariant(),
        };

    private static Layer File(Wishes wishes, string format)
    {
        Settings settings = Settings.Empty.Add("Format", "DiskFormat." + (format == "Encrypted" ? "Qcow2" : format));
        return new Layer("FileSource", format is "Luks" or "Encrypted"
            ? settings
                .Add("SecretFile", HostText.Literal(Host.Place + "passphrase"))
                .Add("SecretUuid", HostText.Literal("0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f"))
            : settings)
        {
            Wishes = wishes,
            Image = format.ToLowerInvariant(),
        };
    }

    private static bool CanHaveBacking(Layer layer) => layer.Image is "qcow2" or "encrypted" or "qcow" or "qed" or "vmdk";

    private static Gen<int?> Rarely(Gen<int> number) => Gen.Int[0, 7].Select(number, (dice, value) => dice == 0 ? value : (int?)null);
}
