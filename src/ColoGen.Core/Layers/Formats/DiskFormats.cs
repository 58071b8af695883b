using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Layers.Formats;

/// <summary>Every format.</summary>
internal static class DiskFormats
{
    /// <summary>In the order of <see cref="DiskFormat"/>.</summary>
    public static EquatableArray<DiskFormatKind> All { get; } =
    [
        RawFormat.Kind, Qcow2Format.Kind, QcowFormat.Kind, QedFormat.Kind, VmdkFormat.Kind,
        VdiFormat.Kind, VhdxFormat.Kind, VpcFormat.Kind, ParallelsFormat.Kind, BochsFormat.Kind,
        CloopFormat.Kind, DmgFormat.Kind, LuksFormat.Kind,
    ];

    private static readonly Dictionary<DiskFormat, DiskFormatKind> s_byFormat = All.ToDictionary(kind => kind.Format);

    /// <exception cref="KeyNotFoundException">The format is not a member of <see cref="DiskFormat"/>, or <see cref="DiskFormat.Unspecified"/>.</exception>
    public static DiskFormatKind Get(DiskFormat format) => s_byFormat[format];
}
