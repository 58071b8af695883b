using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IBlockdevArguments"/>. They allocate.</summary>
public static class BlockdevArgumentsExtensions
{
    /// <summary>Writes the command line arguments for <c>qemu-system-*</c>, each followed by a NUL, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteBlockdevArguments<T>(this T topology, Stream stream)
        where T : IBlockdevArguments => Utf8Document.ToStream(topology.WriteBlockdevArguments, stream);

    /// <summary>The arguments as an array, for <c>ProcessStartInfo</c>.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    public static string[] GetBlockdevArguments<T>(this T topology)
        where T : IBlockdevArguments => Utf8Document.ToArguments(topology.WriteBlockdevArguments);
}
