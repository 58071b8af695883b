using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mutations;

/// <summary>Changes of what attaches a tree to a host, whatever comes of it.</summary>
internal static class TreeMutations
{
    private static readonly string[] s_devs =
    [
        "vda", "vdb", "vdz", "vdaa", "vdzz", "vdzzzz", "sda", "sdb", "sdg", "sdh", "sdz", "sdhc", "hda", "hdc", "hdd", "hde", "fda", "fdb", "fdc", "xvda",
        "parent0", "base", "VDA", "vd1", "vd", "v", "", " ", "a b", "a,b", "a.b", "1a", "-a", "_a", "日本", "libvirt", "libvirt-1", "vda-0", "parent0-0",
        "ide1-cd0", "pflash0", "floppy0", "none", new string('p', 21), new string('p', 22), new string('p', 31), new string('p', 32),
    ];

    public static Gen<Tree> Of(Tree tree, Host host) => Gen.Frequency<Tree>(
        (5, Set(tree)),
        (1, Removed(tree)),
        (2, Gen.OneOf([.. s_devs, .. host.Trees.Select(other => other.Dev)]).Select(dev => tree with { Dev = dev })),
        (2, OnAnotherBus(tree)),
        (1, Gen.Const(tree with { IsHostDisk = !tree.IsHostDisk, Settings = Known(tree, !tree.IsHostDisk) })),
        (2, Exported(tree)),
        (2, Placed(tree)),
        (2, LayerMutations.AnyReference(host).Select(Gen.Int[0, 3], (reference, dice) => tree with { Binding = dice == 0 ? null : reference })),
        (1, Gen.OneOf(host.Trees.ToArray()).Select(other => tree with { Top = other.Top })));

    private static string Attribute(bool isHostDisk) => isHostDisk ? "HostDisk" : "Disk";

    private static Settings Known(Tree tree, bool isHostDisk) =>
        tree.Settings.RemoveRange(tree.Settings.Keys.Where(name => !Surface.Of(Attribute(isHostDisk)).ContainsKey(name)));

    private static Gen<Tree> Set(Tree tree) =>
        from setting in Gen.OneOf(Surface.Of(Attribute(tree.IsHostDisk)).Keys.ToArray())
        from value in Surface.Of(Attribute(tree.IsHostDisk))[setting]
        select tree.With(setting, value);

    private static Gen<Tree> Removed(Tree tree) => tree.Settings.IsEmpty ? Gen.Const(tree) : Gen.OneOf(tree.Settings.Keys.ToArray()).Select(tree.Without);

    /// <summary>With a dev of the bus or another's.</summary>
    private static Gen<Tree> OnAnotherBus(Tree tree) => tree.IsHostDisk
        ? Gen.Const(tree)
        : from bus in Surface.Of("Disk")["Bus"]
          from dev in Gen.OneOf(tree.Dev, "vdm", "sdm", "sdb", "hdb", "fdb")
          from device in Gen.OneOf("Disk", "Disk", "Cdrom", "Floppy")
          select (tree with { Dev = dev }).With("Bus", bus).With("Device", "DiskDevice." + device);

    private static Gen<Tree> Placed(Tree tree) =>
        from kind in Gen.OneOf("PciAddress", "DriveAddress", "UsbAddress")
        let surface = Surface.Of(kind)
        from first in Gen.OneOf(surface.Keys.Where(name => name is "Slot" or "Unit" or "Port").ToArray())
        from place in surface[first]
        from other in Gen.OneOf(surface.Keys.ToArray())
        from value in surface[other]
        from change in Gen.Int[0, 3]
        select tree with
        {
            Address = change switch
            {
                0 => null,
                1 when tree.Address is { } address && address.Kind == kind => address with { Settings = address.Settings.SetItem(other, value) },
                _ => new Address(kind, Settings.Empty.Add(first, place).SetItem(other, value)),
            },
        };

    private static Gen<Tree> Exported(Tree tree) =>
        from name in Surface.Of("NbdExport")["Name"]
        from writable in Surface.Of("NbdExport")["Writable"]
        from shape in Gen.Int[0, 3]
        select tree with
        {
            Export = shape switch
            {
                0 => null,
                1 => Settings.Empty.Add("Writable", writable),
                2 => Settings.Empty.Add("Name", name),
                _ => Settings.Empty.Add("Name", name).Add("Writable", writable),
            },
        };
}
