using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>What QEMU and libvirt call the formats, and what the formats can do.</summary>
internal static class DiskFormats
{
    /// <summary>DiskFormats whose QAPI options have <c>backing</c>.</summary>
    public static bool CanHaveBacking(string format) => format is "Qcow2" or "Qcow" or "Qed" or "Vmdk";

    /// <summary>DiskFormats that can hold encrypted bytes.</summary>
    public static bool CanBeEncrypted(string format) => format is "Luks" or "Qcow2";

    /// <summary>QEMU's format driver.</summary>
    public static string Driver(string format) => format.ToLowerInvariant();

    /// <summary>libvirt's <c>type</c> of <c>&lt;driver&gt;</c> and <c>&lt;format&gt;</c>.</summary>
    public static string XmlType(string format) => format switch
    {
        "Vhdx" => "vhd",
        "Parallels" => "ploop",
        "Luks" => "raw",
        _ => Driver(format),
    };

    public static bool IsEncrypted(Layer layer) => layer.Format == "Luks" || layer.Settings.Get("SecretFile") is not null;
}
