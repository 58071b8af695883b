namespace ColoGen.Conformance.Tests.Effects;

/// <summary>
/// What each setting of a disk does over each driver, and on each bus. A LUN is not here: it takes a SCSI device of the host. Neither are devices whose guest
/// has no request to discard (floppy drives), as it is QEMU's own requests that are measured. Io = IoUring is not: not every kernel has it.
/// </summary>
internal static class EffectTable
{
    private const string Everything = "discard zeroes unmap none writethrough directsync unsafe native";
    private const string Caching = "none writethrough directsync unsafe native";
    private const string Disk = "Disk(\"vd#\"";

    public static IReadOnlyList<EffectCase> All { get; } =
    [
        OfFormat("Raw", "raw", Everything),
        OfFormat("Qcow2", "qcow2", Everything),
        OfFormat("Qcow", "qcow", Caching),
        OfFormat("Qed", "qed", $"zeroes {Caching}"),
        OfFormat("Vmdk", "vmdk", Caching) with { Unreported = "zeroes" },
        OfFormat("Vmdk", "vmdk zeroed_grain=on", $"zeroes {Caching}"),
        OfFormat("Vdi", "vdi", Caching),
        OfFormat("Vhdx", "vhdx", Caching),
        OfFormat("Vpc", "vpc", Caching),
        OfFormat("Parallels", "parallels", $"discard:11 zeroes:11 {Caching}"),
        new(
            "luks",
            Disk,
            """
            [FileSource(Format = DiskFormat.Luks, File = "@luks", SecretFile = "@secret", SecretUuid = "12345678-1234-1234-1234-123456789abc")]
            record Top#;
            """,
            [("luks", "luks")],
            Caching),
        new(
            "qcow2 over qcow2",
            Disk,
            $"{Image("Top#", "Qcow2", "over", "(Base# B)")} {Image("Base#", "Qcow2", "base")}",
            [("over", "qcow2"), ("base", "qcow2")],
            Everything),
        new(
            "qed over qcow2",
            Disk,
            $"{Image("Top#", "Qed", "over", "(Base# B)")} {Image("Base#", "Qcow2", "base")}",
            [("over", "qed"), ("base", "qcow2")],
            $"zeroes {Caching}"),
        new(
            "raw in a block device",
            Disk,
            """[BlockSource(Format = DiskFormat.Raw, Dev = "@raw")] record Top#;""",
            [("raw", "raw")],
            $"discard zeroes:11 unmap {Caching}")
        {
            // QEMU 7.2 writes them to a loop device as data. Other devices are not measured.
            Unreported = "zeroes",
            IsOnDevices = true,
        },
        new("raw over NBD", Disk, Remote("Top#"), [("remote", "raw")], "discard zeroes unmap writethrough directsync") { IsOnServer = true },
        new(
            "quorum of raw and NBD",
            Disk,
            $"[Quorum(VoteThreshold = 1)] record Top#(Local# L, Remote# R); {Image("Local#", "Raw", "local")} {Remote("Remote#")}",
            [("local", "raw"), ("remote", "raw")],
            $"zeroes unmap {Caching}") { IsOnServer = true },
        new(
            "quorum of raw",
            Disk,
            $"[Quorum(VoteThreshold = 2)] record Top#(Left# L, Right# R); {Image("Left#", "Raw", "left")} {Image("Right#", "Raw", "right")}",
            [("left", "raw"), ("right", "raw")],
            $"zeroes unmap {Caching}"),
        new(
            "fifo quorum of vdi and qcow2",
            Disk,
            "[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] record Top#(Left# L, Right# R); "
                + $"{Image("Left#", "Vdi", "left")} {Image("Right#", "Qcow2", "right")}",
            [("left", "vdi"), ("right", "qcow2")],
            $"zeroes {Caching}"),
        new(
            "quorum of vdi",
            Disk,
            $"[Quorum(VoteThreshold = 1)] record Top#(Left# L); {Image("Left#", "Vdi", "left")}",
            [("left", "vdi")],
            Caching),
        new(
            "blkverify of qcow2",
            Disk,
            "[Quorum(VoteThreshold = 2, Blkverify = true)] record Top#(Left# L, Right# R); "
                + $"{Image("Left#", "Qcow2", "left")} {Image("Right#", "Qcow2", "right")}",
            [("left", "qcow2"), ("right", "qcow2")],
            $"zeroes unmap {Caching}"),
        new(
            "primary replica",
            Disk,
            $"[Replication(ReplicationMode.Primary)] record Top#(Copy# C); {Image("Copy#", "Raw", "copy")}",
            [("copy", "raw")],
            Caching) { Replication = ReplicationMode.Primary },
        new(
            "secondary replica",
            Disk,
            "[Replication(ReplicationMode.Secondary)] record Top#(Active# A); "
                + $"{Image("Active#", "Qcow2", "active", "(Hidden# H)")} [FileSource(Format = DiskFormat.Qcow2, File = \"@hidden\"), BackingReference(\"p#\")] "
                + $"record Hidden#; {Image("Parent#", "Raw", "parent")}",
            [("active", "qcow2"), ("hidden", "qcow2"), ("parent", "raw")],
            Caching)
        {
            Beside = "[HostDisk(\"p#\"), NbdExport(Writable = true)] Parent# P#",
            Replication = ReplicationMode.Secondary,
        },
        OnBus("Disk(\"vd#\", ReadOnly = true", "none native") with { Unreported = "directsync" },
        // A request that qemu-io sends to a node is not flushed, so that a flush that is ignored is not seen.
        OnBus("HostDisk(\"h#\"", "discard zeroes unmap none native") with { Unreported = "unsafe" },
        OnBus("HostDisk(\"h#\", ReadOnly = true", "none native") with { Unreported = "directsync" },
        OnBus("Disk(\"sd#\", Bus = DiskBus.Scsi", Everything),
        OnBus("Disk(\"sd#\", Bus = DiskBus.Scsi, Device = DiskDevice.Cdrom", "none native") with { Unreported = "directsync" },
        OnBus("Disk(\"sd#\", Bus = DiskBus.Sata", Everything),
        OnBus("Disk(\"sd#\", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom", "none native") with { Unreported = "directsync" },
        OnBus("Disk(\"hd#\", Bus = DiskBus.Ide", Everything) with { Places = 4 },
        OnBus("Disk(\"sd#\", Bus = DiskBus.Usb", "discard zeroes unmap none writethrough:11 directsync:11 unsafe native"),
        OnBus("Disk(\"sd#\", Bus = DiskBus.Usb, Device = DiskDevice.Cdrom", "none native") with { Unreported = "directsync" },
    ];

    private static EffectCase OfFormat(string format, string image, string effects) =>
        new(image, Disk, Image("Top#", format, "image"), [("image", image)], effects);

    private static EffectCase OnBus(string attribute, string effects) => new(attribute, attribute, Image("Top#", "Raw", "image"), [("image", "raw")], effects);

    private static string Image(string name, string format, string ending, string below = "") =>
        $"[FileSource(Format = DiskFormat.{format}, File = \"@{ending}\")] record {name}{below};";

    private static string Remote(string name) =>
        $"[NbdSource(Format = DiskFormat.Raw, Socket = \"@socket\", Export = \"@remote\")] record {name};";
}
