using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>Identifies the image that a layer opens, so that two layers on one image are found.</summary>
/// <param name="Name">The path or URI, the same for every spelling.</param>
/// <param name="Setting">The setting that names the image.</param>
internal readonly record struct ImageIdentity(string Name, string Setting)
{
    /// <summary>A filter opens no image.</summary>
    public static ImageIdentity? None(Layer layer) => null;

    /// <summary>The image that a layer opens; null where that is not constant, or the layer opens none.</summary>
    public static ImageIdentity? Of(Layer layer) => LayerKinds.Find(layer.Kind)?.Image(layer);

    /// <summary>The image at the path that a setting has.</summary>
    public static ImageIdentity? OfPath(Layer layer, string setting) =>
        layer.Settings.GetText(setting) is { } path ? new ImageIdentity(Normalized(path), setting) : null;

    /// <summary>
    /// A path without parts that do not change where it leads. A part <c>..</c> stays: after a symbolic link it leads elsewhere than to the part before the
    /// link.
    /// </summary>
    public static string Normalized(string path)
    {
        if (!HasEmptyParts(path)) return path;
        string parts = string.Join("/", path.Split('/').Where(part => part is not ("" or ".")));
        return path[0] == '/' ? "/" + parts : parts;
    }

    /// <summary>Whether a part of a path may be empty or a dot.</summary>
    private static bool HasEmptyParts(string path) => path.Length > 0
        && (path[path.Length - 1] == '/' || path.StartsWith("./", StringComparison.Ordinal) || path.IndexOf("//", StringComparison.Ordinal) >= 0
            || path.IndexOf("/.", StringComparison.Ordinal) >= 0);
}
