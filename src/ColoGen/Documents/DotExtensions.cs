using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IDot"/>. They allocate.</summary>
public static class DotExtensions
{
    /// <summary>Writes the graph in the DOT language of Graphviz, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDot.WriteDot"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteDot<T>(this T topology, Stream stream)
        where T : IDot => Utf8Document.ToStream(topology.WriteDot, stream);

    /// <summary>The graph as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDot.WriteDot"/>.</exception>
    public static string ToDotString<T>(this T topology)
        where T : IDot => Utf8Document.ToText(topology.WriteDot);
}
