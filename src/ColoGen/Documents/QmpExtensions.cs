using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IQmp"/>; they allocate.</summary>
public static class QmpExtensions
{
    /// <summary>Writes the QMP commands that add the disks to a running QEMU, one JSON object a line to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IQmp.WriteQmp"/>.</exception>
    public static void WriteQmp<T>(this T topology, Stream stream)
        where T : IQmp => Utf8Document.ToStream(topology.WriteQmp, stream);

    /// <summary>The QMP commands as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IQmp.WriteQmp"/>.</exception>
    public static string ToQmpString<T>(this T topology)
        where T : IQmp => Utf8Document.ToText(topology.WriteQmp);
}
