namespace ColoGen.Core.Layers.Formats;

/// <summary>What the name of a file says of the format of the image in it.</summary>
internal static class ImageFileName
{
    private const string Vmdk = ".vmdk";

    private static readonly ILookup<string, DiskFormat> s_formats = DiskFormats.All
        .SelectMany(static kind => kind.Extensions.Select(extension => (Extension: extension, kind.Format)))
        .ToLookup(static item => item.Extension, static item => item.Format, StringComparer.OrdinalIgnoreCase);

    /// <summary>The extensions of compressed files, archives and appliances, which hold images, and of an image format that QEMU does not have.</summary>
    private static readonly HashSet<string> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        "gz", "tgz", "xz", "txz", "zst", "bz2", "lzma", "lz4", "zip", "7z", "rar", "tar", "ova", "ovf", "box", "xva", "vma", "cow",
    };

    /// <summary>The endings of copies, which have the format of the file that was copied.</summary>
    private static readonly string[] s_copies = ["~", ".bak", ".old", ".orig"];

    private static readonly char[] s_digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>The extension that programs give files of other formats and not of this one; null where there is none.</summary>
    public static string? ExtensionOfOther(string path, DiskFormat format)
    {
        foreach (string copy in s_copies)
        {
            if (path.EndsWith(copy, StringComparison.OrdinalIgnoreCase)) return ExtensionOfOther(path.Substring(0, path.Length - copy.Length), format);
        }

        if (IsFlatExtent(path)) return s_formats["raw"].Contains(format) ? null : path.Substring(path.LastIndexOf('-'));
        string extension = path.Substring(path.LastIndexOf('.') + 1);
        return s_others.Contains(extension) || (s_formats.Contains(extension) && !s_formats[extension].Contains(format)) ? extension : null;
    }

    /// <summary>Whether it is a data file beside a VMware descriptor, which is raw: <c>x-flat.vmdk</c>, <c>x-f001.vmdk</c>.</summary>
    private static bool IsFlatExtent(string path)
    {
        if (!path.EndsWith(Vmdk, StringComparison.OrdinalIgnoreCase)) return false;
        string name = path.Substring(0, path.Length - Vmdk.Length);
        string stem = name.TrimEnd(s_digits);
        return name.EndsWith("-flat", StringComparison.OrdinalIgnoreCase)
            || (stem.Length < name.Length && stem.EndsWith("-f", StringComparison.OrdinalIgnoreCase));
    }
}
