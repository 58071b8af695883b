using System.Text.Json.Nodes;
using ColoGen.Control.Qmp;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Layers;

namespace ColoGen.Conformance.Tests.Limits;

/// <summary>What a value may be, as ColoGen's limits have it, compared with the installed QEMU and with the newer one, where there is one.</summary>
public sealed class QemuLimitTests
{
    private const int FirstThatRefusesLongSerials = 10;

    [ToolFact(Programs.Qemu)]
    public Task QEMU_s_JSON_has_every_character_but_those_that_ColoGen_refuses() => ForEachQemuAsync(async command =>
    {
        await using Qemu qemu = await Qemu.StartAsync(new(Command: command));
        IEnumerable<int> noncharacters = Enumerable.Range(0, 0x110000)
            .Where(character => character is (>= 0xFDD0 and <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE);
        IEnumerable<int> others = [0x7F, 0x80, 0x85, 0x9F, 0xA0, 0x2028, 0x2029, 0xFDCF, 0xFDF0, 0xFEFF, 0xFFFD, 0x10000, 0x1FFFD, 0x10FFFD];
        foreach (int character in noncharacters.Concat(others))
        {
            string path = $"/cologen/{char.ConvertFromUtf32(character)}";
            QmpException exception = await Assert.ThrowsAsync<QmpException>(() => qemu.ExecuteLineAsync(
                """{"execute":"blockdev-add","arguments":{"driver":"file","node-name":"a","filename":"PATH"}}""".Replace("PATH", path)));
            Assert.Equal((character, DocumentText.FirstUnsupported(path, isPath: true) < 0), (character, exception.Description.Contains("No such file")));
        }
    });

    [ToolFact(Programs.Qemu)]
    public Task QEMU_takes_the_serial_numbers_that_ColoGen_takes() => ForEachQemuAsync(async command =>
    {
        await using Qemu qemu = await Qemu.StartAsync(new("pc", Command: command), ["-device", "virtio-scsi-pci,id=scsi0", "-device", "qemu-xhci,id=usb"]);
        foreach ((DiskBus bus, string driver) in new[] { (DiskBus.Scsi, "scsi-hd"), (DiskBus.Usb, "usb-storage"), (DiskBus.Virtio, "virtio-blk-pci") })
        {
            DiskBusKind kind = DiskBuses.Get(bus);
            int length = kind.SerialLength!.Value;
            Assert.Null(await PlugAsync(qemu, driver, new string('S', length)));
            string? refusal = await PlugAsync(qemu, driver, new string('S', length + 1));
            bool isRefused = kind.RefusesLongSerial && qemu.Version.Major >= FirstThatRefusesLongSerials;
            Assert.Equal((bus, qemu.Version.Major, isRefused), (bus, qemu.Version.Major, refusal is not null));
            if (isRefused) Assert.Contains($"can't be longer than {length} characters", refusal);
        }
    });

    [ToolFact(Programs.Qemu)]
    public Task QEMU_gives_a_drive_without_an_id_one_that_ColoGen_reports() => ForEachQemuAsync(async command =>
    {
        string[] interfaces = ["none", "ide", "virtio", "floppy"];
        await using Qemu qemu = await Qemu.StartAsync(
            new("pc", Command: command), interfaces.SelectMany(name => new[] { "-drive", $"if={name},driver=null-co,read-zeroes=on" }));
        string[] drives = [.. (await qemu.ExecuteAsync("query-block")).EnumerateArray().Select(block => block.GetProperty("device").GetString()!)];
        Assert.Equal(interfaces.Length, drives.Length);
        Assert.All(drives, drive => Assert.True(ReservedNames.IsDriveId(drive), drive));
    });

    /// <summary>QEMU's refusal of a disk with a serial number; null where it takes it.</summary>
    private static async Task<string?> PlugAsync(Qemu qemu, string driver, string serial)
    {
        string name = $"d{Guid.NewGuid():N}"[..20];
        await qemu.ExecuteAsync("blockdev-add", new JsonObject { ["driver"] = "null-co", ["node-name"] = name });
        JsonObject device = new() { ["driver"] = driver, ["id"] = name, ["drive"] = name, ["serial"] = serial };
        if (driver == "scsi-hd") device["device_id"] = serial;
        try
        {
            await qemu.ExecuteAsync("device_add", device);
            return null;
        }
        catch (QmpException exception)
        {
            return exception.Description;
        }
    }

    /// <param name="assert">Takes the words that start a QEMU; null for the installed one.</param>
    private static async Task ForEachQemuAsync(Func<IReadOnlyList<string>?, Task> assert)
    {
        await assert(null);
        if (await GuestQemu.FindAsync("tcg") is ({ } newer, _)) await assert(newer.Command);
    }
}
