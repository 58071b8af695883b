using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Core.Analysis;

/// <summary>Identifies the image that a layer opens, so that two layers on one image are found.</summary>
internal static class LayerImage
{
    /// <summary>The image's path or URI; null where it is not constant, or the layer opens none.</summary>
    public static string? Of(Layer layer) =>
        layer.Is<FileSourceAttribute>() ? Normalized(layer.Settings.GetText(nameof(FileSourceAttribute.File)))
        : layer.Is<BlockSourceAttribute>() ? Normalized(layer.Settings.GetText(nameof(BlockSourceAttribute.Dev)))
        : layer.Is<NbdSourceAttribute>() && layer.Settings.Get(nameof(NbdSourceAttribute.Export)) is not PropertyValue
            ? Server(layer)?.Replace("*", layer.Settings.GetText(nameof(NbdSourceAttribute.Export)))
        : null;

    /// <summary>The setting that names the image.</summary>
    public static string SettingOf(Layer layer) =>
        layer.Is<BlockSourceAttribute>() ? nameof(BlockSourceAttribute.Dev)
        : !layer.Is<NbdSourceAttribute>() ? nameof(FileSourceAttribute.File)
        : layer.Settings.Get(nameof(NbdSourceAttribute.Socket)) is null ? nameof(NbdSourceAttribute.Host)
        : nameof(NbdSourceAttribute.Socket);

    public static Place PlaceOf(Layer layer) => new(layer.Path, $"{layer.Kind}.{SettingOf(layer)}");

    /// <summary>The URI of an NBD server, with <c>*</c> for the export.</summary>
    private static string? Server(Layer layer)
    {
        if (layer.Settings.GetText(nameof(NbdSourceAttribute.Socket)) is { } socket) return "nbd+unix:///*?socket=" + Normalized(socket);
        return layer.Settings.GetText(nameof(NbdSourceAttribute.Host)) is { } host && layer.Settings.Get(nameof(NbdSourceAttribute.Port)) is not PropertyValue
            ? $"nbd://{host.ToLowerInvariant()}:{(layer.Settings.GetNumber(nameof(NbdSourceAttribute.Port)) ?? TcpPort.Nbd).ToText()}/*"
            : null;
    }

    /// <summary>An absolute path without parts that do not change where it leads.</summary>
    private static string? Normalized(string? path) => path is ['/', ..] && HasEmptyParts(path)
        ? "/" + string.Join("/", path.Split('/').Where(part => part is not ("" or ".")))
        : path;

    /// <summary>Whether a part of a path may be empty or a dot.</summary>
    private static bool HasEmptyParts(string path) =>
        path[path.Length - 1] == '/' || path.IndexOf("//", StringComparison.Ordinal) >= 0 || path.IndexOf("/.", StringComparison.Ordinal) >= 0;
}
