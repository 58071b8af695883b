using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.Addresses;

/// <summary>The declared place of a virtio disk on the PCI bus.</summary>
internal sealed record PciAddress(long Bus, long Slot, long Function)
{
    public const long LastBus = 255;

    /// <summary>The names of the settings of a disk that its attribute gives.</summary>
    public static readonly string BusSetting = AttributeName.ArgumentOf<PciAddressAttribute>(nameof(PciAddressAttribute.Bus));

    public static readonly string SlotSetting = AttributeName.ArgumentOf<PciAddressAttribute>(nameof(PciAddressAttribute.Slot));

    public static readonly string FunctionSetting = AttributeName.ArgumentOf<PciAddressAttribute>(nameof(PciAddressAttribute.Function));

    private static readonly string s_multiFunctionSetting = AttributeName.ArgumentOf<PciAddressAttribute>(nameof(PciAddressAttribute.MultiFunction));

    public static AddressKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<PciAddressAttribute>(),
        IsOfBus = static bus => bus == DiskBus.Virtio,
        FirstSetting = SlotSetting,
        Ranges =
        [
            new AddressRange(SlotSetting, new NumberRange(0, 31)),
            new AddressRange(BusSetting, new NumberRange(0, LastBus)),
            new AddressRange(FunctionSetting, new NumberRange(0, 7)),
        ],
        Problem = Problem,
        Place = (_, disk) => Of(disk) is { } address ? $"bus {address.Bus.ToText()}, slot {address.Slot.ToText()}, function {address.Function.ToText()}" : null,
        Xml = (xml, disk) =>
        {
            PciAddress address = Of(disk)!;
            xml.StartElement("address")
                .Attribute("type", "pci")
                .Attribute("domain", "0x0000")
                .Attribute("bus", $"0x{address.Bus.ToHex(2)}")
                .Attribute("slot", $"0x{address.Slot.ToHex(2)}")
                .Attribute("function", $"0x{address.Function.ToHex()}")
                .Attribute("multifunction", DeclaredMultiFunction(disk)?.ToWord())
                .EndElement();
        },
    };

    /// <summary>The address of a disk; null where it has none.</summary>
    public static PciAddress? Of(Attachment disk) => disk.Settings.GetNumber(SlotSetting) is { } slot
        ? new PciAddress(disk.Settings.GetNumber(BusSetting) ?? 0, slot, disk.Settings.GetNumber(FunctionSetting) ?? 0)
        : null;

    /// <summary>Adds the properties of the <c>-device</c>. QEMU takes a device without a bus on its root bus, whose name depends on the machine.</summary>
    public static void AddTo(Options options, Topology topology, Attachment disk)
    {
        if (Of(disk) is not { } address) return;
        if (address.Bus > 0) options.Add("bus", PciBridges.Id(address.Bus));
        if (MultiFunction(topology, disk) is { } value) options.AddBoolean("multifunction", value == OnOff.On);
        options.Add("addr", address.Function == 0 ? $"0x{address.Slot.ToHex()}" : $"0x{address.Slot.ToHex()}.0x{address.Function.ToHex()}");
    }

    /// <summary>The disks that have a place in the same slot, without the disk itself.</summary>
    public static IEnumerable<Attachment> OthersInSlot(Topology topology, Attachment disk)
    {
        PciAddress address = Of(disk)!;
        return topology.Attachments.Where(other =>
            other.Path != disk.Path && Of(other) is { } place && place.Bus == address.Bus && place.Slot == address.Slot);
    }

    /// <summary>As declared, or as libvirt has it for a function 0 that is not alone; null where nothing is written.</summary>
    private static OnOff? MultiFunction(Topology topology, Attachment disk) => DeclaredMultiFunction(disk)
        ?? (Of(disk) is { Function: 0 } && OthersInSlot(topology, disk).Any() ? OnOff.On : null);

    private static OnOff? DeclaredMultiFunction(Attachment disk) => disk.Settings.GetEnum<OnOff>(s_multiFunctionSetting);

    private static AddressProblem? Problem(Topology topology, Attachment disk)
    {
        bool isQ35 = Machines.IsQ35(topology);
        bool isPc = topology.Machine is not null && !isQ35;
        OnOff? multiFunction = DeclaredMultiFunction(disk);
        return Of(disk)! switch
        {
            { Bus: 0, Slot: 0 } => new(SlotSetting, "slot 0 of the root bus has the host bridge: use another"),
            { Bus: 0, Slot: 1, Function: < 4 } when isPc =>
                new(SlotSetting, "slot 1 of the root bus has devices of the machine pc: use another"),
            { Bus: 0, Slot: 31, Function: 0 or 2 or 3 } when isQ35 => new(SlotSetting, "slot 31 of the root bus has devices of the machine q35: use another"),
            { Bus: > 0 } when isQ35 && ModelSetting.Of(disk) == DiskModel.VirtioTransitional =>
                new(BusSetting, "a transitional disk is no PCI Express device, and a pcie-root-port takes no other: leave Bus out"),
            { Bus: > 0, Slot: > 0 } when isQ35 => new(SlotSetting, "a pcie-root-port of q35 has slot 0 alone"),
            { Bus: > 0, Slot: 0 } when isPc => new(SlotSetting, "a pci-bridge of pc has slots from 1"),
            { Function: > 0 } when multiFunction is not null =>
                new(s_multiFunctionSetting, "function 0 says whether the slot has several functions: leave MultiFunction out"),
            { Function: 0 } when multiFunction == OnOff.Off && OthersInSlot(topology, disk).FirstOrDefault() is { } other =>
                new(s_multiFunctionSetting, $"'{other.Dev}' has another function of the slot, which QEMU refuses: leave MultiFunction out"),
            _ => null,
        };
    }
}
