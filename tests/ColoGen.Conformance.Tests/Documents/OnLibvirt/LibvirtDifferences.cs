using System.Text.Json.Nodes;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

/// <summary>
/// All that libvirt 9 puts on QEMU's command line by itself and that a comparison with ours leaves out. Nothing else may
/// differ but names.
/// </summary>
internal static class LibvirtDifferences
{
    /// <summary>Our id of the floppy controller: the only one of its kind on the machine q35, which libvirt does not name.</summary>
    public const string FloppyController = "fdc0";

    /// <summary>Devices that libvirt gives every guest, and buses that it puts PCI devices on.</summary>
    private static readonly string[] s_ownDevices = ["virtio-balloon-pci", "pcie-root-port", "pci-bridge", "pcie-pci-bridge"];

    /// <summary>USB controllers of guests that ask for none: libvirt leaves no guest without one unless it is told to.</summary>
    private static readonly string[] s_usbControllers = ["piix3-usb-uhci", "qemu-xhci"];

    /// <summary>Devices whose place on PCI libvirt counts out, and we leave to QEMU where none is declared.</summary>
    private static readonly string[] s_pciDevices =
    [
        "virtio-blk-pci", "virtio-blk-pci-transitional", "virtio-blk-pci-non-transitional", "virtio-scsi-pci", "ahci", "qemu-xhci", "pcie-root-port",
        "pci-bridge",
    ];

    /// <summary>The buses that QEMU takes where none is given.</summary>
    private static readonly string[] s_rootBuses = ["pci.0", "pcie.0"];

    /// <summary>The guest's memory, and the key of the secrets that libvirt hands to QEMU.</summary>
    private static readonly string[] s_ownObjects = ["memory-backend-ram", "secret"];

    /// <summary>
    /// What a raw node may have that the nodes above it stand past in libvirt: newer libvirt has no such node, so they stand on
    /// the storage node, which is opened in the same way, and discards by itself. Detected zeroes have no effect there.
    /// </summary>
    public static IReadOnlyList<string> OfSkippedRawNode { get; } =
        ["driver", "node-name", "read-only", "file", "cache", "discard", "detect-zeroes"];

    /// <param name="ours">The ids of our devices.</param>
    public static bool IsOwnDevice(JsonObject device, bool asksForUsb, IEnumerable<string> ours)
    {
        string driver = device["driver"]!.GetValue<string>();
        return (s_ownDevices.Contains(driver) && !ours.Contains(device["id"]?.GetValue<string>())) || (!asksForUsb && s_usbControllers.Contains(driver));
    }

    /// <param name="used">The I/O threads that disks are on: libvirt numbers them without gaps and makes the others too.</param>
    public static bool IsOwnObject(JsonObject item, IEnumerable<string> used) =>
        s_ownObjects.Contains(item["qom-type"]!.GetValue<string>())
        || (item["qom-type"]!.GetValue<string>() == "iothread" && !used.Contains(item["id"]!.GetValue<string>()));

    /// <summary>libvirt's device without what it adds to it.</summary>
    /// <param name="isPlaced">Whether our device has a place on the PCI bus.</param>
    /// <param name="ordersBoot">Whether the domain says in which order it boots; otherwise libvirt boots from the first disk.</param>
    public static JsonObject Reduce(JsonObject device, bool isPlaced, bool ordersBoot)
    {
        JsonObject reduced = device.DeepClone().AsObject();
        if (s_pciDevices.Contains(device["driver"]!.GetValue<string>()))
        {
            if (!isPlaced || s_rootBuses.Contains(device["bus"]?.GetValue<string>())) reduced.Remove("bus");
            if (!isPlaced) reduced.Remove("addr");
            reduced.Remove("port");
            if (device["driver"]!.GetValue<string>() == "pcie-root-port") reduced.Remove("multifunction");
        }

        if (!ordersBoot) reduced.Remove("bootindex");

        // libvirt 9 hands the backslash of its own shell quoting to QEMU.
        foreach (string text in new[] { "serial", "vendor", "product" })
        {
            if (reduced[text] is JsonValue value) reduced[text] = value.GetValue<string>().Replace("\\ ", " ");
        }

        return reduced;
    }

    /// <summary>An object of libvirt's or ours without the folder of certificates, which libvirt has in its own configuration.</summary>
    public static JsonObject Reduce(JsonObject item)
    {
        JsonObject reduced = item.DeepClone().AsObject();
        if (item["qom-type"]!.GetValue<string>() == "tls-creds-x509") reduced.Remove("dir");
        return reduced;
    }
}
