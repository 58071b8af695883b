using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IMermaid"/>; they allocate.</summary>
public static class MermaidExtensions
{
    /// <summary>Writes the graph as Mermaid to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IMermaid.WriteMermaid"/>.</exception>
    public static void WriteMermaid<T>(this T topology, Stream stream)
        where T : IMermaid => Utf8Document.ToStream(topology.WriteMermaid, stream);

    /// <summary>The graph as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IMermaid.WriteMermaid"/>.</exception>
    public static string ToMermaidString<T>(this T topology)
        where T : IMermaid => Utf8Document.ToText(topology.WriteMermaid);
}
