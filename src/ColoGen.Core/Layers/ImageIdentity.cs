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

    /// <summary>An absolute path without parts that do not change where it leads.</summary>
    public static string Normalized(string path) => path is ['/', ..] && HasEmptyParts(path)
        ? "/" + string.Join("/", path.Split('/').Where(part => part is not ("" or ".")))
        : path;

    /// <summary>Whether a part of a path may be empty or a dot.</summary>
    private static bool HasEmptyParts(string path) =>
        path[path.Length - 1] == '/' || path.IndexOf("//", StringComparison.Ordinal) >= 0 || path.IndexOf("/.", StringComparison.Ordinal) >= 0;
}
