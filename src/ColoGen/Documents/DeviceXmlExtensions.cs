using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IDeviceXml"/>. They allocate.</summary>
public static class DeviceXmlExtensions
{
    /// <summary>Writes the elements for <c>&lt;devices&gt;</c> of a libvirt domain, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDeviceXml.WriteDeviceXml"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteDeviceXml<T>(this T topology, Stream stream)
        where T : IDeviceXml => Utf8Document.ToStream(topology.WriteDeviceXml, stream);

    /// <summary>The device elements as a string.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDeviceXml.WriteDeviceXml"/>.</exception>
    public static string ToDeviceXmlString<T>(this T topology)
        where T : IDeviceXml => Utf8Document.ToText(topology.WriteDeviceXml);
}
