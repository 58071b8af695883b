using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IQmpInverse"/>; they allocate.</summary>
public static class QmpInverseExtensions
{
    /// <summary>Writes the QMP commands that remove the disks from a running QEMU, one JSON object a line to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IQmpInverse.WriteQmpInverse"/>.</exception>
    public static void WriteQmpInverse<T>(this T topology, Stream stream)
        where T : IQmpInverse => Utf8Document.ToStream(topology.WriteQmpInverse, stream);

    /// <summary>The QMP commands as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IQmpInverse.WriteQmpInverse"/>.</exception>
    public static string ToQmpInverseString<T>(this T topology)
        where T : IQmpInverse => Utf8Document.ToText(topology.WriteQmpInverse);
}
