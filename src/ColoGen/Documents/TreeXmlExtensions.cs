using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="ITreeXml"/>; they allocate.</summary>
public static class TreeXmlExtensions
{
    /// <summary>Writes the tree XML, one element for each layer to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    public static void WriteTreeXml<T>(this T topology, Stream stream)
        where T : ITreeXml => Utf8Document.ToStream(topology.WriteTreeXml, stream);

    /// <summary>The tree XML as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    public static string ToTreeXmlString<T>(this T topology)
        where T : ITreeXml => Utf8Document.ToText(topology.WriteTreeXml);
}
