using ColoGen.Conformance.Tests.Agreement.Declarations;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] Targets =>
    [
        new("two disks with one dev", "COLO0301", Bases.TwoHostDisks, host => host.WithSecond(tree => tree with { Dev = host.First.Dev }))
        {
            Message = "Duplicate nodes with node-name",
        },
        new("a dev that is none of libvirt's", "COLO0302", Bases.On("Virtio"), Dev("vd1"))
        {
            EditDocument = (host, text) => text.Replace($"<target dev='{host.First.Dev}'", "<target dev='vd1'"),
            RefusedBy = Refuser.Libvirt,
            Message = "Unknown disk name 'vd1'|invalid disk target 'vd1'",
        },
        new("a host disk's dev that begins with a digit", "COLO0302", Bases.HostDisk, Dev("1parent")) { Message = "Invalid node-name: '1parent-0" },
        new("a host disk with the dev of libvirt's nodes", "COLO0302", Bases.HostDisk, Dev("libvirt"))
        {
            AcceptedBecause = "only where libvirt has a node of that number do two nodes have one name",
        },
        new("a hard disk with a floppy drive's dev", "COLO0302", Bases.On("Virtio"), host => Dev("fda")(Disk("Bus", "DiskBus.Virtio")(host)))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Invalid harddisk device name: fda",
        },
        new("a floppy drive with a hard disk's dev", "COLO0302", Bases.On("Fdc", "Floppy"), host => Dev("vda")(Disk("Bus", "DiskBus.Fdc")(host)))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Invalid floppy device name: vda",
        },
        new("a host disk with the id of a drive of QEMU's", "COLO0316", Bases.HostDisk, Dev("ide1-cd0"))
        {
            AcceptedBecause = "only the drive arguments have such ids, and only without -nodefaults QEMU has the drive",
        },
        new("a cdrom on virtio", "COLO0303", Bases.On("Virtio"), Disk("Device", "DiskDevice.Cdrom"))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "does not support ejectable media",
        },
        new("a read-only disk on sata", "COLO0303", Bases.On("Sata"), Disk("ReadOnly", "true"))
        {
            RefusedBy = Refuser.Machine,
            Message = "Block node is read-only",
        },
        new("a floppy on usb", "COLO0303", Bases.On("Usb"), Disk("Device", "DiskDevice.Floppy"))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Invalid bus type 'usb' for floppy disk",
        },
        new("an ide disk on q35", "COLO0303", Bases.On("Sata").OnMachine("q35"), host => Dev("hda")(Disk("Bus", "DiskBus.Ide")(host)))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "IDE controllers are unsupported",
        },
        new("a fifth ide disk", "COLO0303", Bases.On("Ide").OnMachine("pc"), Dev("hde")) { RefusedBy = Refuser.Machine, Message = "Bus 'ide.2' not found" },
        new("a sixteenth usb disk", "COLO0303", Bases.On("Usb"), host => host with { Trees = host.Trees.AddRange(UsbDisks(15)) })
        {
            RefusedBy = Refuser.Machine,
            Message = "usb port 16 .* not found",
        },
        new("a third floppy drive", "COLO0303", Bases.On("Fdc", "Floppy"), Dev("fdc"))
        {
            RefusedBy = Refuser.Machine,
            Message = "unit 2|This bus has only 2 slots|floppy",
        },
        new("a boot order on a floppy drive", "COLO0303", Bases.On("Fdc", "Floppy"), Disk("BootOrder", "900"))
        {
            RefusedBy = Refuser.Machine,
            Message = "bootindex' not found",
        },
        new("a setting for a dev that is not there", "COLO0304", Bases.On("Virtio"), host => host with { Extra = "[Serial(\"vdzz\")] string? Serial" })
        {
            AcceptedBecause = "the setting stands in no document",
        },
        new("a dev whose letters ask for 31 controllers", "COLO0315", Bases.On("Scsi"), Dev("sdhc"))
        {
            RefusedBy = Refuser.Machine,
            Message = "no slot/function available",
        },
        new("a dev that makes long node names", "COLO0305", Bases.HostDisk, Dev(new string('p', 22))) { Message = "Node name too long" },
        new("two scsi disks in one place", "COLO0306", Bases.Two("Scsi"), WithLettersOfFirst)
        {
            RefusedBy = Refuser.Machine,
            Message = "lun already used|is in use",
        },
        new("two scsi disks in one place, for libvirt", "COLO0306", Bases.Two("Scsi"), WithLettersOfFirst)
        {
            RefusedBy = Refuser.Libvirt,
            Message = "duplicate drive address",
        },
        new("a dev of another bus", "COLO0307", Bases.On("Virtio"), host => Dev($"sd{host.First.Dev[2..]}")(Disk("Bus", "DiskBus.Virtio")(host)))
        {
            AcceptedBecause = "the guest names the disk after its bus, whatever the dev",
        },
        new("two disks at one place of the boot order", "COLO0308", Bases.Two("Virtio"),
            host => host.WithFirst(tree => tree.With("BootOrder", "900")).WithSecond(tree => tree.With("BootOrder", "900")))
        {
            RefusedBy = Refuser.Machine,
            Message = "The bootindex 900 has already been used",
        },
        new("a serial number with a slash", "COLO0309", Bases.On("Scsi"), Disk("Serial", Text("shop/root")))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "contains unsafe characters",
        },
        new("a serial number of a floppy drive", "COLO0309", Bases.On("Fdc", "Floppy"), Disk("Serial", Text("S1")))
        {
            RefusedBy = Refuser.Machine,
            Message = "Property 'floppy.serial' not found",
        },
        new("a long serial number on scsi", "COLO0309", Bases.On("Scsi"), Disk("Serial", Text(new string('S', 37))))
        {
            AcceptedBecause = "QEMU 7.2 cuts it off; newer QEMUs refuse it",
        },
        new("a long serial number on usb", "COLO0309", Bases.On("Usb"), Disk("Serial", Text(new string('S', 21))))
        {
            AcceptedBecause = "QEMU 7.2 cuts it off; newer QEMUs refuse it",
        },
        new("a world wide name of zeros", "COLO0310", Bases.On("Scsi"), Disk("Wwn", Text("0000000000000000")))
        {
            AcceptedBecause = "QEMU takes zero for none",
        },
        new("a short world wide name", "COLO0310", Bases.On("Scsi"), Disk("Wwn", Text("5000c500"))) { RefusedBy = Refuser.Libvirt, Message = "Malformed wwn" },
        new("a world wide name on sata", "COLO0310", Bases.On("Sata"), Disk("Wwn", Text("5000c50015ea71ac")))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Only ide and scsi disk support wwn",
        },
        new("a world wide name on virtio", "COLO0310", Bases.On("Virtio"), Disk("Wwn", Text("5000c50015ea71ac")))
        {
            RefusedBy = Refuser.Machine,
            Message = "wwn' not found",
        },
        new("a long vendor", "COLO0311", Bases.On("Scsi"), Disk("Vendor", Text("Nine Char")))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "more than 8 characters",
        },
        new("a long product", "COLO0311", Bases.On("Scsi"), Disk("Product", Text("Seventeen letters")))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "more than 16 characters",
        },
        new("a vendor on virtio", "COLO0311", Bases.On("Virtio"), Disk("Vendor", Text("ACME"))) { RefusedBy = Refuser.Machine, Message = "vendor' not found" },
        new("two devs that differ by case", "COLO0312", Bases.TwoHostDisks,
            host => host.WithFirst(tree => tree with { Dev = "Disk" }).WithSecond(tree => tree with { Dev = "disk" }))
        {
            AcceptedBecause = "QEMU tells node names apart by case",
        },
        new("a serial number that the guest sees cut off", "COLO0313", Bases.On("Virtio"), Disk("Serial", Text("0123456789ABCDEFGHIJKLMNO")))
        {
            AcceptedBecause = "the guest reads the first 20 characters",
        },
        new("two disks with one serial number", "COLO0317", Bases.Two("Virtio"),
            host => host.WithFirst(tree => tree.With("Serial", Text("SHOP-1"))).WithSecond(tree => tree.With("Serial", Text("SHOP-1"))))
        {
            AcceptedBecause = "only the guest compares serial numbers",
        },
        new("two disks with one World Wide Name", "COLO0317", Bases.Two("Scsi"),
            host => host.WithFirst(tree => tree.With("Wwn", Text("5000c50015ea71ad"))).WithSecond(tree => tree.With("Wwn", Text("0x5000C50015EA71AD"))))
        {
            AcceptedBecause = "only the guest compares World Wide Names",
        },
        new("the slot of the host bridge", "COLO0318", Bases.On("Virtio"), host => host.WithFirst(At("PciAddress", ("Slot", "0"))))
        {
            RefusedBy = Refuser.Machine,
            Message = "slot 0 function 0 not available",
        },
        new("an address of another bus", "COLO0318", Bases.On("Virtio").InDomain(), host => host.WithFirst(At("DriveAddress", ("Unit", "0"))))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "cannot have an address of type 'drive'",
        },
        new("two disks in one slot", "COLO0319", Bases.Two("Virtio"),
            host => host.WithFirst(At("PciAddress", ("Slot", "20"))).WithSecond(At("PciAddress", ("Slot", "20"))))
        {
            RefusedBy = Refuser.Machine,
            Message = "slot 20 function 0 (not available|already in use)",
        },
        new("two disks at one unit", "COLO0319", Bases.Two("Scsi"),
            host => host.WithFirst(At("DriveAddress", ("Unit", "99"))).WithSecond(At("DriveAddress", ("Unit", "99"))))
        {
            RefusedBy = Refuser.Machine,
            Message = "lun already used",
        },
        new("two disks with one alias", "COLO0319", Bases.Two("Virtio").InDomain(),
            host => host.WithFirst(tree => tree.With("Alias", Text("ua-a"))).WithSecond(tree => tree.With("Alias", Text("ua-a"))))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "non unique alias detected",
        },
        new("a function of a slot alone", "COLO0320", Bases.On("Virtio"), host => host.WithFirst(At("PciAddress", ("Slot", "20"), ("Function", "1"))))
        {
            AcceptedBecause = "only the guest looks for function 0 before the others",
        },
    ];

    private static IEnumerable<Tree> UsbDisks(int count) => Enumerable.Range(0, count).Select(number => new Tree(
        false, "sdz" + (char)('a' + number), Settings.Empty.Add("Bus", "DiskBus.Usb"), Raw.With("File", Text($"{Host.Place}usb{number}.raw"))));

    /// <summary>The first disk with a dev, and without an address that would place it elsewhere.</summary>
    private static Func<Host, Host> Dev(string dev) => host => host.WithFirst(tree => tree with { Dev = dev, Address = null });

    private static Func<Tree, Tree> At(string kind, params (string Part, string Number)[] parts) => tree => tree with
    {
        Address = new Address(kind, Settings.Empty.AddRange(parts.Select(part => KeyValuePair.Create(part.Part, part.Number)))),
    };

    /// <summary>The second disk with the letters of the first, and neither with an address.</summary>
    private static Host WithLettersOfFirst(Host host) => host
        .WithFirst(tree => tree with { Address = null })
        .WithSecond(tree => tree with
        {
            Dev = $"hd{host.First.Dev[2..]}",
            Settings = tree.Settings.SetItem("Bus", "DiskBus.Scsi"),
            Address = null,
        });
}
