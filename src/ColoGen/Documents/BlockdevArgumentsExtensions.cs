using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IBlockdevArguments"/>; they allocate.</summary>
public static class BlockdevArgumentsExtensions
{
    /// <summary>Writes the arguments of <c>qemu-system-*</c>, each ended by NUL to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    public static void WriteBlockdevArguments<T>(this T topology, Stream stream)
        where T : IBlockdevArguments => Utf8Document.ToStream(topology.WriteBlockdevArguments, stream);

    /// <summary>The arguments, as <c>ProcessStartInfo.ArgumentList</c> takes them.</summary>
    /// <exception cref="ArgumentException">As <see cref="IBlockdevArguments.WriteBlockdevArguments"/>.</exception>
    public static string[] GetBlockdevArguments<T>(this T topology)
        where T : IBlockdevArguments => Utf8Document.ToArguments(topology.WriteBlockdevArguments);
}
