using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IQmp"/>. They allocate.</summary>
public static class QmpExtensions
{
    /// <summary>Writes the QMP commands that add the disks, one JSON object per line, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteQmp<T>(this T topology, Stream stream)
        where T : IQmp => Utf8Document.ToStream(topology.WriteQmp, stream);

    /// <summary>The QMP commands as a string, one JSON object per line.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>.</exception>
    public static string ToQmpString<T>(this T topology)
        where T : IQmp => Utf8Document.ToText(topology.WriteQmp);
}
