namespace ColoGen.Conformance.Tests.Effects;

/// <summary>A value of a setting, and the arguments of a disk with it and without it.</summary>
/// <param name="Setting">The property of <see cref="DiskAttribute"/>.</param>
public sealed record Comparison(string Name, string Setting, string With, string Without)
{
    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("discard", nameof(DiskAttribute.Discard), ", Discard = DiskDiscard.Unmap", ""),
        new("zeroes", nameof(DiskAttribute.DetectZeroes), ", DetectZeroes = DiskDetectZeroes.On", ""),
        new(
            "unmap",
            nameof(DiskAttribute.DetectZeroes),
            ", Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap",
            ", Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.On"),
        new("none", nameof(DiskAttribute.Cache), ", Cache = DiskCache.None", ", Cache = DiskCache.Writeback"),
        new("writethrough", nameof(DiskAttribute.Cache), ", Cache = DiskCache.Writethrough", ", Cache = DiskCache.Writeback"),
        new("directsync", nameof(DiskAttribute.Cache), ", Cache = DiskCache.Directsync", ", Cache = DiskCache.None"),
        new("unsafe", nameof(DiskAttribute.Cache), ", Cache = DiskCache.Unsafe", ", Cache = DiskCache.Writeback"),
        new("native", nameof(DiskAttribute.Io), ", Cache = DiskCache.None, Io = DiskIo.Native", ", Cache = DiskCache.None"),
    ];
}
