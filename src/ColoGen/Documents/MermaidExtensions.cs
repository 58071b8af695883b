using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IMermaid"/>. They allocate.</summary>
public static class MermaidExtensions
{
    /// <summary>Writes the graph in the Mermaid language, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IMermaid.WriteMermaid"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteMermaid<T>(this T topology, Stream stream)
        where T : IMermaid => Utf8Document.ToStream(topology.WriteMermaid, stream);

    /// <summary>The graph as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IMermaid.WriteMermaid"/>.</exception>
    public static string ToMermaidString<T>(this T topology)
        where T : IMermaid => Utf8Document.ToText(topology.WriteMermaid);
}
