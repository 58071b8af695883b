using ColoGen.Core.Analysis;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The <c>-device</c> of each disk, and the controllers and objects that they need.</summary>
internal static class GuestDevices
{
    public static IEnumerable<Device> Controllers(Topology topology) => DiskBuses.Controllers(topology)
        .Where(controller => !controller.IsBuiltIn)
        .Select(controller => new Device(controller.Id, controller.Options));

    /// <summary>The I/O threads.</summary>
    public static IEnumerable<EquatableArray<Option>> Objects(Topology topology) => IoThreadSetting.Numbers(topology)
        .Select(thread => new Options().Add("qom-type", "iothread").Add("id", IoThreadSetting.IdOf(thread)).ToArray());

    public static Device Of(Topology topology, Attachment disk, NodeName node)
    {
        DiskBusKind bus = DiskBuses.Get(disk.Bus!.Value);
        Options options = bus.Device(topology, disk).Add("id", disk.Dev);
        foreach (DiskSetting setting in DiskSettingTable.BeforeDrive) setting.Device!(options, disk);
        options.Add(Device.Drive, node, disk.MayBeEmpty ? disk.Edge : null);
        foreach (DiskSetting setting in DiskSettingTable.AfterDrive) setting.Device!(options, disk);
        return new Device(disk.Dev, options.ToArray());
    }
}
