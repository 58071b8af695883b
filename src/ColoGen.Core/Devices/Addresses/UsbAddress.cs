using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Addresses;

/// <summary>The declared port of a disk on usb.</summary>
internal static class UsbAddress
{
    private static readonly string s_portSetting = AttributeName.ArgumentOf<UsbAddressAttribute>(nameof(UsbAddressAttribute.Port));

    public static AddressKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<UsbAddressAttribute>(),
        IsOfBus = static bus => bus == DiskBus.Usb,
        FirstSetting = s_portSetting,
        Ranges = [new AddressRange(s_portSetting, new NumberRange(1, UsbBus.Ports))],
        Problem = (_, _) => null,
        Place = (_, disk) => PortOf(disk) is { } port ? $"port {port.ToText()}" : null,
        Xml = (xml, disk) => xml.StartElement("address")
            .Attribute("type", "usb")
            .Attribute("bus", "0")
            .Attribute("port", PortOf(disk)!.Value.ToText())
            .EndElement(),
    };

    /// <summary>The declared port; null where there is none.</summary>
    public static long? PortOf(Attachment disk) => disk.Settings.GetNumber(s_portSetting);
}
