using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices;

/// <summary>The controllers and I/O threads that the disks of a guest need, as libvirt 9 builds them.</summary>
internal static class Frontends
{
    /// <summary>The ports that the USB controller is given.</summary>
    public const int UsbPorts = 15;

    /// <summary>The controllers that a machine does not have by itself.</summary>
    public static IEnumerable<Controller> Controllers(Topology topology)
    {
        foreach (int index in ControllersOf(topology, DiskBus.Scsi, Targets.ScsiUnits))
        {
            yield return new Controller(DiskBus.Scsi, "virtio-scsi-pci", $"scsi{index}", CanBePlugged: true);
        }

        foreach (int index in ControllersOf(topology, DiskBus.Sata, Targets.SataPorts))
        {
            if (index > 0 || !HasIntelAhci(topology)) yield return new Controller(DiskBus.Sata, "ahci", $"sata{index}", CanBePlugged: false);
        }

        if (Uses(topology, DiskBus.Usb)) yield return new Controller(DiskBus.Usb, "qemu-xhci", "usb", CanBePlugged: true);
        if (Uses(topology, DiskBus.Fdc) && IsQ35(topology)) yield return new Controller(DiskBus.Fdc, "isa-fdc", "fdc0", CanBePlugged: false);
    }

    public static IEnumerable<long> IoThreads(Topology topology) => topology.Attachments
        .Select(IoThreadSetting.Number).OfType<long>().Distinct().OrderBy(thread => thread);

    /// <summary>The numbers of the controllers of a bus, without gaps.</summary>
    public static IEnumerable<int> ControllersOf(Topology topology, DiskBus bus, int units)
    {
        int count = 0;
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && attachment.Bus == bus) count = Math.Max(count, (Targets.Number(attachment) / units) + 1);
        }

        return Enumerable.Range(0, count);
    }

    /// <summary>The q35 machine has an AHCI controller of its own, whose ports it calls <c>ide.N</c>.</summary>
    public static bool HasIntelAhci(Topology topology) => IsQ35(topology);

    public static bool IsQ35(Topology topology) => topology.Machine?.IndexOf(DomainDefaults.Q35, StringComparison.Ordinal) >= 0;

    /// <summary>Whether a disk that the guest sees is on the bus.</summary>
    public static bool Uses(Topology topology, DiskBus bus)
    {
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && attachment.Bus == bus) return true;
        }

        return false;
    }
}

/// <summary>A controller of a bus.</summary>
/// <param name="CanBePlugged">Whether a running machine takes it.</param>
internal sealed record Controller(DiskBus Bus, string Driver, string Id, bool CanBePlugged);
