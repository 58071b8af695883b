using System.Runtime.CompilerServices;
using System.Text;
using ColoGen.Core.Layers;

namespace ColoGen.Validation;

/// <summary>What <see cref="TextChecking"/> is for, for paths.</summary>
internal static class PathChecking
{
    /// <summary>A name in a path with so many characters has at most <see cref="HostPath.MaximumNameBytes"/> bytes, whatever they are.</summary>
    private const int ShortName = HostPath.MaximumNameBytes / 3;

    /// <summary>Whether a path is surely that of a file: absolute, short, and with a last name. Nearly every path is, and this takes no loop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShortFile(string path) => path.Length is > 1 and <= ShortName && path[0] == '/' && path[^1] is not ('/' or '.');

    public static bool IsAbsolute(string path) => path.Length > 0 && path[0] == '/';

    /// <summary>Whether a path is that of a file or folder: absolute, or relative and no URL.</summary>
    public static bool IsPath(string path)
    {
        if (path.Length == 0 || (path[0] != '/' && path.Contains(':'))) return false;
        return path.Length <= ShortName || HasShortNames(path);
    }

    public static bool IsFile(string path) => IsPath(path) && !IsFolder(path);

    /// <summary>Whether an absolute path ends with a name that is none.</summary>
    public static bool IsFolder(string path)
    {
        if (path[0] != '/') return false;
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name is "" or "." or "..";
    }

    private static bool HasShortNames(ReadOnlySpan<char> path)
    {
        if (Encoding.UTF8.GetByteCount(path) > HostPath.MaximumBytes) return false;
        while (path.Length > ShortName)
        {
            int end = path.IndexOf('/');
            if (Encoding.UTF8.GetByteCount(end < 0 ? path : path[..end]) > HostPath.MaximumNameBytes) return false;
            path = end < 0 ? default : path[(end + 1)..];
        }

        return true;
    }
}
