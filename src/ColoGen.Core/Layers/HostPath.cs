namespace ColoGen.Core.Layers;

/// <summary>Linux's limits of paths, in bytes.</summary>
internal static class HostPath
{
    public const int MaximumBytes = 4095;

    public const int MaximumSocketBytes = 108;

    /// <summary>Of a name between two slashes.</summary>
    public const int MaximumNameBytes = 255;

    /// <summary>Line ends, which libvirt's schema takes in no path.</summary>
    public static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>Whether an absolute path is that of a folder, whatever is there: its last name is none.</summary>
    public static bool IsFolder(string path)
    {
        if (path is not ['/', ..]) return false;
        string name = path.Substring(path.LastIndexOf('/') + 1);
        return name is "" or "." or "..";
    }
}
