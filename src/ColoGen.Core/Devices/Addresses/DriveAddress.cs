using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Addresses;

/// <summary>The place of a disk on a controller of scsi, sata, ide or fdc.</summary>
internal sealed record DriveAddress(long Controller, long Bus, long Target, long Unit)
{
    /// <summary>The names of the settings of a disk that its attribute gives.</summary>
    private static readonly string s_controllerSetting = AttributeName.ArgumentOf<DriveAddressAttribute>(nameof(DriveAddressAttribute.Controller));

    private static readonly string s_busSetting = AttributeName.ArgumentOf<DriveAddressAttribute>(nameof(DriveAddressAttribute.Bus));

    private static readonly string s_targetSetting = AttributeName.ArgumentOf<DriveAddressAttribute>(nameof(DriveAddressAttribute.Target));

    private static readonly string s_unitSetting = AttributeName.ArgumentOf<DriveAddressAttribute>(nameof(DriveAddressAttribute.Unit));

    public static AddressKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<DriveAddressAttribute>(),
        IsOfBus = static bus => bus is DiskBus.Scsi or DiskBus.Sata or DiskBus.Ide or DiskBus.Fdc,
        FirstSetting = s_unitSetting,
        Ranges =
        [
            new AddressRange(s_unitSetting, new NumberRange(0, ScsiBus.LastUnit)),
            new AddressRange(s_controllerSetting, new NumberRange(0, Targets.MaxControllers - 1)),
            new AddressRange(s_busSetting, new NumberRange(0, IdeBus.LastChannel)),
            new AddressRange(s_targetSetting, new NumberRange(0, ScsiBus.LastTarget)),
        ],
        Problem = (_, disk) => Problem(disk),
        Place = (_, disk) => Targets.Number(disk.Dev) is null ? null : Of(disk).ToString(),
        Xml = (xml, disk) =>
        {
            DriveAddress address = Of(disk);
            xml.StartElement("address")
                .Attribute("type", "drive")
                .Attribute("controller", address.Controller.ToText())
                .Attribute("bus", address.Bus.ToText())
                .Attribute("target", address.Target.ToText())
                .Attribute("unit", address.Unit.ToText())
                .EndElement();
        },
    };

    /// <summary>The place that is declared, or that libvirt gives the letters of the dev.</summary>
    public static DriveAddress Of(Attachment disk) => Declared(disk) ?? DiskBuses.Get(disk.Bus!.Value).Drives!.PlaceOf(Targets.Number(disk));

    public static DriveAddress? Declared(Attachment disk) => disk.Settings.GetNumber(s_unitSetting) is { } unit
        ? new DriveAddress(
            disk.Settings.GetNumber(s_controllerSetting) ?? 0,
            disk.Settings.GetNumber(s_busSetting) ?? 0,
            disk.Settings.GetNumber(s_targetSetting) ?? 0,
            unit)
        : null;

    public override string ToString() => $"controller {Controller.ToText()}, bus {Bus.ToText()}, target {Target.ToText()}, unit {Unit.ToText()}";

    private static AddressProblem? Problem(Attachment disk)
    {
        DriveAddress address = Declared(disk)!;
        DriveAddress last = DiskBuses.Get(disk.Bus!.Value).Drives!.Last;
        return address.Controller > last.Controller ? Beyond(s_controllerSetting, last.Controller)
            : address.Bus > last.Bus ? Beyond(s_busSetting, last.Bus)
            : address.Target > last.Target ? Beyond(s_targetSetting, last.Target)
            : address.Unit > last.Unit ? Beyond(s_unitSetting, last.Unit)
            : null;

        AddressProblem Beyond(string setting, long greatest)
        {
            string limit = greatest == 0 ? "0 alone" : $"0 to {greatest.ToText()}";
            return new AddressProblem(setting, $"{disk.Bus!.Value.ToWord()} has {setting.Substring(setting.IndexOf('.') + 1)} {limit}");
        }
    }
}
