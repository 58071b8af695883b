using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IDot"/>; they allocate.</summary>
public static class DotExtensions
{
    /// <summary>Writes the graph in Graphviz' DOT to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDot.WriteDot"/>.</exception>
    public static void WriteDot<T>(this T topology, Stream stream)
        where T : IDot => Utf8Document.ToStream(topology.WriteDot, stream);

    /// <summary>The graph as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDot.WriteDot"/>.</exception>
    public static string ToDotString<T>(this T topology)
        where T : IDot => Utf8Document.ToText(topology.WriteDot);
}
