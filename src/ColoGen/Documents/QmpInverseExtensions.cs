using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IQmpInverse"/>. They allocate.</summary>
public static class QmpInverseExtensions
{
    /// <summary>Writes the QMP commands that remove the disks, one JSON object per line, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmpInverse.WriteQmpInverse"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteQmpInverse<T>(this T topology, Stream stream)
        where T : IQmpInverse => Utf8Document.ToStream(topology.WriteQmpInverse, stream);

    /// <summary>The QMP commands as a string, one JSON object per line.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmpInverse.WriteQmpInverse"/>.</exception>
    public static string ToQmpInverseString<T>(this T topology)
        where T : IQmpInverse => Utf8Document.ToText(topology.WriteQmpInverse);
}
