using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IDeviceXml"/>; they allocate.</summary>
public static class DeviceXmlExtensions
{
    /// <summary>Writes the elements for the <c>&lt;devices&gt;</c> of a libvirt domain to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDeviceXml.WriteDeviceXml"/>.</exception>
    public static void WriteDeviceXml<T>(this T topology, Stream stream)
        where T : IDeviceXml => Utf8Document.ToStream(topology.WriteDeviceXml, stream);

    /// <summary>The elements for the devices as a string.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDeviceXml.WriteDeviceXml"/>.</exception>
    public static string ToDeviceXmlString<T>(this T topology)
        where T : IDeviceXml => Utf8Document.ToText(topology.WriteDeviceXml);
}
