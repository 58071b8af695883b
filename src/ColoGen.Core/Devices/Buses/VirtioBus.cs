using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices.Buses;

internal static class VirtioBus
{
    public static DiskBusKind Kind { get; } = new()
    {
        Bus = DiskBus.Virtio,
        Prefix = "vd",
        IsDefaultOfPrefix = true,
        SerialLength = 20,
        RefusesLongSerial = false,
        CanBeReadOnly = true,
        HasDiscards = true,
        TurnsOffWriteCache = QemuSupport.All,
        CanBePlugged = true,
        IsOnPci = true,
        Drives = null,
        Problem = (_, disk) => disk.Device switch
        {
            DiskDevice.Floppy => BusProblems.Floppy,
            DiskDevice.Cdrom => "can't change media: use DiskBus.Scsi or DiskBus.Sata",
            DiskDevice.Lun => BusProblems.Lun,
            _ => null,
        },
        Device = (topology, disk) =>
        {
            Options options = new Options().Add("driver", ModelSetting.Of(disk) switch
            {
                DiskModel.VirtioTransitional => "virtio-blk-pci-transitional",
                DiskModel.VirtioNonTransitional => "virtio-blk-pci-non-transitional",
                _ => "virtio-blk-pci",
            });
            PciAddress.AddTo(options, topology, disk);
            return options;
        },
        Controllers = _ => [],
    };
}
