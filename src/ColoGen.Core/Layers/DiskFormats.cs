using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>What QEMU and libvirt call the formats, and what the formats can do.</summary>
internal static class DiskFormats
{
    /// <summary>Formats whose QAPI options have <c>backing</c>.</summary>
    public static bool CanHaveBacking(DiskFormat format) => format is DiskFormat.Qcow2 or DiskFormat.Qcow or DiskFormat.Qed or DiskFormat.Vmdk;

    /// <summary>Formats that can hold encrypted bytes.</summary>
    public static bool CanBeEncrypted(DiskFormat format) => format is DiskFormat.Luks or DiskFormat.Qcow2;

    /// <summary>QEMU's format driver.</summary>
    public static string Driver(DiskFormat format) => format.ToWord();

    /// <summary>libvirt's <c>type</c> of <c>&lt;driver&gt;</c> and <c>&lt;format&gt;</c>.</summary>
    public static string XmlType(DiskFormat format) => format switch
    {
        DiskFormat.Vhdx => "vhd",
        DiskFormat.Parallels => "ploop",
        DiskFormat.Luks => "raw",
        _ => Driver(format),
    };

    public static bool IsEncrypted(Layer layer) => layer.Format == DiskFormat.Luks || layer.Settings.Get(nameof(SourceAttribute.SecretFile)) is not null;
}
