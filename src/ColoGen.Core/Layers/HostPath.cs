namespace ColoGen.Core.Layers;

/// <summary>Linux's limits of paths, in bytes.</summary>
internal static class HostPath
{
    public const int MaximumBytes = 4095;

    public const int MaximumSocketBytes = 108;

    /// <summary>Of a name between two slashes.</summary>
    public const int MaximumNameBytes = 255;
}
