using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="ITreeXml"/>. They allocate.</summary>
public static class TreeXmlExtensions
{
    /// <summary>Writes the tree XML, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteTreeXml<T>(this T topology, Stream stream)
        where T : ITreeXml => Utf8Document.ToStream(topology.WriteTreeXml, stream);

    /// <summary>The tree XML as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="ITreeXml.WriteTreeXml"/>.</exception>
    public static string ToTreeXmlString<T>(this T topology)
        where T : ITreeXml => Utf8Document.ToText(topology.WriteTreeXml);
}
