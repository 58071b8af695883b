using System.Collections.Immutable;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Declarations;

/// <summary>Random trees. Each has a place in its host, from 0, and no two places give the same dev, boot order or export.</summary>
internal static class Trees
{
    /// <summary>How many places there are.</summary>
    public const int Places = 4;

    private const string SerialCharacters = "ABCXYZabcxyz0189_.+- ";
    private const string PrintableCharacters = " !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

    private static readonly Gen<Settings> s_caching =
        from cache in Gen.OneOf("", "", "None", "Writethrough", "Writeback", "Directsync", "Unsafe")
        from io in Gen.OneOf("", "", "Threads", "IoUring", "Native")
        from discard in Gen.OneOf("", "", "Ignore", "Unmap")
        from zeroes in Gen.OneOf("", "", "Off", "On", "Unmap")
        select Enums(
            ("Cache", "DiskCache", cache),
            ("Io", "DiskIo", io == "Native" && cache is not ("None" or "Directsync") ? "Threads" : io),
            ("Discard", "DiskDiscard", zeroes == "Unmap" ? "Unmap" : discard),
            ("DetectZeroes", "DiskDetectZeroes", zeroes));

    private static readonly Gen<Settings> s_virtioOptions =
        from model in Gen.OneOf("", "Virtio", "VirtioTransitional", "VirtioNonTransitional")
        from features in Gen.OneOf("", "On", "Off").Array[6]
        from queues in Gen.Int[0, 5]
        from size in Gen.OneOf(0, 4, 64, 1024)
        select Numbers(("Queues", queues), ("QueueSize", size)).AddRange(Enums(
            ("Model", "DiskModel", model),
            ("IoEventFd", "OnOff", features[0]),
            ("EventIdx", "OnOff", features[1]),
            ("Ats", "OnOff", features[2]),
            ("Packed", "OnOff", features[3]),
            ("PagePerVq", "OnOff", features[4]),
            ("Iommu", "OnOff", features[5] == "On" && model != "VirtioNonTransitional" ? "" : features[5])));

    private static readonly Gen<Settings> s_policies =
        from writes in Gen.OneOf("", "Stop", "Report", "Ignore", "Enospace")
        from reads in Gen.OneOf("", "Stop", "Report", "Ignore")
        select Enums(("ErrorPolicy", "DiskErrorPolicy", writes), ("ReadErrorPolicy", "DiskReadErrorPolicy", reads));

    private static readonly Gen<(int Logical, int Physical)> s_blockSizes = Gen.OneOf((512, 512), (512, 4096), (4096, 4096), (0, 0), (2 << 20, 2 << 20));

    public static Gen<Tree> GuestDisk(int place, string machine) =>
        from slot in Slot(place, machine)
        from isReadOnly in slot switch
        {
            (_, "Cdrom") or ("Sata" or "Ide", "Disk") => Gen.Const(false),
            _ => Gen.Int[0, 4].Select(dice => dice == 0),
        }
        from top in Layers.Any(writes: !isReadOnly && slot.Device != "Cdrom", depth: 2)
        from tree in GuestDisk(place, slot.Bus, slot.Device, top)
        select isReadOnly ? tree.With("ReadOnly", "true") : tree;

    /// <summary>A disk, of the guest or of the host, that would like to stand on another.</summary>
    public static Gen<Tree> Overlay(int place, string machine) =>
        from ofGuest in GuestDisk(place, machine)
        from ofHost in HostDisk(place)
        from isOfHost in Gen.Bool
        from overlay in Layers.InFile("Qcow2")
        from target in Gen.Int[0, 100]
        from shape in Gen.Int[0, 3]
        let top = overlay with { Wishes = new Wishes(Target: target, Suffix: overlay.Wishes.Suffix) }
        let tree = isOfHost ? ofHost : ofGuest
        select shape switch
        {
            0 => tree,
            1 when tree is { IsReadOnly: false } => tree with { Top = Layers.Quorum([top, tree.Top], 1, new() { ["RewriteCorrupted"] = "true" }) },
            2 => tree with { Top = Layers.Quorum([tree.Top, top], 1, []) },
            _ => tree with { Top = top },
        };

    /// <summary>A disk that the guest writes, on a bus that any hard disk can be on.</summary>
    public static Gen<Tree> WrittenDisk(int place, Gen<Layer> top) =>
        from bus in Gen.OneOf("Virtio", "Scsi", "Sata", "Usb")
        from layer in top
        from tree in GuestDisk(place, bus, "Disk", layer)
        select tree;

    public static Gen<Tree> GuestDisk(int place, string bus, string device, Layer top) =>
        from round in bus is "Ide" or "Fdc" ? Gen.Const(0) : Gen.Int[0, 6]
        from isBusGiven in bus is "Sata" or "Usb" ? Gen.Const(true) : Gen.Bool
        from caching in s_caching
        from guest in Guest(place, bus)
        from options in DeviceOptions(place, bus, device)
        from isPlaced in Gen.Int[0, 4].Select(dice => dice == 0)
        from address in AnyAddress(place, bus)
        select new Tree(
            false,
            Prefix(bus) + Letters(place + (Places * round)),
            caching.AddRange(guest).AddRange(guest.ContainsKey("IoThread") ? options.Remove("IoEventFd") : options)
                .AddRange(Enums(("Bus", "DiskBus", isBusGiven ? bus : ""), ("Device", "DiskDevice", device == "Disk" ? "" : device))),
            top) { Bus = bus, Address = isPlaced ? address : null };

    public static Gen<Tree> HostDisk(int place) =>
        from isReadOnly in Gen.Int[0, 3].Select(dice => dice == 0)
        from top in Layers.Any(!isReadOnly, depth: 2)
        from tree in HostDisk(place, top)
        from export in Gen.Int[0, 4]
        from name in Gen.OneOf("", "a,b", "c d", "日本 & <e>")
        select (isReadOnly ? tree.With("ReadOnly", "true") : tree) with { Export = Export(place, export == 0, export == 1 && !isReadOnly, name) };

    public static Gen<Tree> HostDisk(int place, Layer top) => Gen.OneOf("parent", "base", "Golden.1_x-", "d").Select(
        s_caching, (dev, caching) => new Tree(true, $"{dev}{place}", caching, top));

    /// <summary>What the secondary's guest sees, and the disk that the primary writes.</summary>
    public static Gen<Tree[]> Secondary(int place) =>
        from parentTop in Layers.Any(writes: true, depth: 1)
        from parent in HostDisk(place, parentTop)
        from name in Gen.OneOf("", "a,b")
        from active in Layers.Active(parent.Dev)
        from more in Layers.Any(writes: true, depth: 0)
        from shape in Gen.OneOf(0, 0, 0, 1, 2, 3)
        let replica = Layers.Replication("Secondary", active)
        from root in WrittenDisk(place, Gen.Const(shape switch
        {
            0 => Layers.Fifo(replica),
            1 => Layers.Quorum([replica], 1, []),
            2 => Layers.Fifo(Layers.Fifo(replica), more),
            _ => replica,
        }))
        select new[]
        {
            root with { Binding = active.Below[0].Reference!.IsOpen ? new Reference(parent.Dev, 0) : null },
            parent with { Export = Export(place, isReadOnly: false, isWritable: true, name) },
        };

    public static Gen<Tree> Primary(int place) =>
        from local in Layers.Any(writes: true, depth: 1)
        from remote in Layers.Remote.Array[1, 2]
        from root in WrittenDisk(place, Gen.Const(Layers.Fifo(remote.Select(below => Layers.Replication("Primary", below)).Prepend(local))))
        select root;

    private static Settings? Export(int place, bool isReadOnly, bool isWritable, string name)
    {
        if (!isReadOnly && !isWritable) return null;
        Settings settings = name == "" ? Settings.Empty : Settings.Empty.Add("Name", HostText.Literal($"{name}{place}"));
        return isWritable ? settings.Add("Writable", "true") : settings;
    }

    private static Gen<(string Bus, string Device)> Slot(int place, string machine) => Gen.OneOf(
        new[]
        {
            ("Virtio", "Disk"), ("Virtio", "Disk"), ("Scsi", "Disk"), ("Scsi", "Cdrom"), ("Sata", "Disk"), ("Sata", "Cdrom"), ("Usb", "Disk"), ("Usb", "Cdrom"),
            ("Ide", "Disk"), ("Ide", "Cdrom"), ("Fdc", "Floppy"),
        }.Where(slot => slot.Item1 switch { "Ide" => machine == "pc", "Fdc" => place < 2, _ => true }).ToArray());

    private static Gen<Settings> Guest(int place, string bus) =>
        from order in Gen.Int[0, 3]
        from serial in Text(SerialCharacters, 20)
        from wwn in Text("0123456789abcdefABCDEF", 16, 16)
        from vendor in Text(PrintableCharacters, 8)
        from product in Text(PrintableCharacters, 16)
        from thread in Gen.Int[1, 3]
        from given in Gen.Int[0, 31]
        select Settings.Empty.AddRange(new (bool IsGiven, string Name, string Value)[]
        {
            (bus != "Fdc" && (given & 1) > 0, "BootOrder", $"{place + 1 + (Places * order)}"),
            (bus != "Fdc" && (given & 2) > 0, "Serial", HostText.Literal(serial)),
            (bus is "Scsi" or "Ide" && (given & 4) > 0, "Wwn", HostText.Literal((given & 1) > 0 ? wwn : "0x" + wwn)),
            (bus == "Scsi" && (given & 8) > 0, "Vendor", HostText.Literal(vendor)),
            (bus == "Scsi" && (given & 16) > 0, "Product", HostText.Literal(product)),
            (bus == "Virtio" && (given & 4) > 0, "IoThread", $"{thread}"),
        }.Where(setting => setting.IsGiven).Select(setting => KeyValuePair.Create(setting.Name, setting.Value)));

    /// <summary>Three of four devices have none.</summary>
    private static Gen<Settings> DeviceOptions(int place, string bus, string device) =>
        from dice in Gen.Int[0, 3]
        from options in dice > 0 ? Gen.Const(Settings.Empty)
            : from virtio in bus == "Virtio" ? s_virtioOptions : Gen.Const(Settings.Empty)
              from policies in bus == "Fdc" ? Gen.Const(Settings.Empty) : s_policies
              from blocks in bus == "Fdc" ? Gen.Const((Logical: 512, Physical: 512)) : s_blockSizes
              from rate in Gen.OneOf(1, 1025, 7200, 65534)
              from isNamed in Gen.Bool
              from snapshot in Gen.OneOf("", "No", "Internal", "External", "Manual")
              from geometry in bus is "Virtio" or "Scsi" or "Sata" or "Ide" && device == "Disk" ? AnyGeometry(bus) : Gen.Const(Settings.Empty)
              from missing in Gen.OneOf("", "Mandatory", "Optional", device == "Disk" ? "" : "Requisite")
              from isShared in Gen.Bool
              select virtio.AddRange(policies).AddRange(geometry).AddRange(isShared ? Settings.Empty.Add("Shareable", "true") : Settings.Empty)
                  .AddRange(Enums(("StartupPolicy", "DiskStartupPolicy", missing), ("Snapshot", "DiskSnapshot", snapshot)))
                  .AddRange(isNamed ? Settings.Empty.Add("Alias", HostText.Literal($"ua-{place}_a-Z")) : Settings.Empty).AddRange(Numbers(
                  ("LogicalBlockSize", bus is "Ide" or "Sata" or "Fdc" ? 512 : blocks.Logical),
                  ("AcpiIndex", bus == "Virtio" && isNamed ? 100 + place : 0),
                  ("PhysicalBlockSize", blocks.Physical),
                  ("RotationRate", bus is "Scsi" or "Sata" or "Ide" && device == "Disk" ? rate : 0)))
        select bus == "Usb" && dice == 0 ? options.Add("Removable", "true") : options;

    private static Gen<Settings> AnyGeometry(string bus) =>
        from isGiven in Gen.Bool
        from cylinders in Gen.OneOf(1, 100, 65_535)
        from heads in Gen.OneOf(1, 16, bus is "Ide" or "Sata" ? 16 : 255)
        from sectors in Gen.OneOf(1, 63, 255)
        from translation in Gen.OneOf("", "None", "Auto", "Lba")
        select isGiven
            ? Numbers(("Cyls", cylinders), ("Heads", heads), ("Secs", sectors)).AddRange(Enums(("Trans", "DiskTranslation", bus == "Ide" ? translation : "")))
            : Settings.Empty;

    /// <summary>A place that no disk in another place of the host has, by its dev or declared.</summary>
    private static Gen<Address> AnyAddress(int place, string bus) =>
        from number in Gen.Int[0, 3]
        select bus switch
        {
            "Virtio" => new Address("PciAddress", Numbers(("Slot", 8 + place))),
            "Scsi" => new Address("DriveAddress", Numbers(("Unit", 1000 + place), ("Target", number), ("Controller", number))),
            "Sata" => new Address("DriveAddress", Numbers(("Controller", 5)).Add("Unit", $"{place}")),
            "Ide" => new Address("DriveAddress", Numbers(("Bus", place / 2)).Add("Unit", $"{place % 2}")),
            "Fdc" => new Address("DriveAddress", Settings.Empty.Add("Unit", $"{place}")),
            _ => new Address("UsbAddress", Numbers(("Port", 10 + place))),
        };

    private static Gen<string> Text(string characters, int maximum, int minimum = 1) =>
        Gen.OneOf(characters.ToCharArray()).Array[minimum, maximum].Select(letters => new string(letters));

    private static Settings Enums(params (string Name, string Type, string Member)[] settings) => settings
        .Where(setting => setting.Member != "")
        .ToImmutableSortedDictionary(setting => setting.Name, setting => $"{setting.Type}.{setting.Member}");

    private static Settings Numbers(params (string Name, int Number)[] settings) => settings
        .Where(setting => setting.Number != 0)
        .ToImmutableSortedDictionary(setting => setting.Name, setting => $"{setting.Number}");

    private static string Prefix(string bus) => bus switch
    {
        "Virtio" => "vd",
        "Ide" => "hd",
        "Fdc" => "fd",
        _ => "sd",
    };

    private static string Letters(int number) => (number >= 26 ? Letters((number / 26) - 1) : "") + (char)('a' + (number % 26));
}
