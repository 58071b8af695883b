using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColoGen.Conformance.Tests.Limits;

/// <summary>What the doc comments call QEMU's default is what the installed QEMU has, and the newer one, where there is one.</summary>
public sealed class QemuDefaultTests
{
    [ToolFact(Programs.Qemu)]
    public async Task A_setting_that_is_left_out_has_QEMU_s_default()
    {
        await AssertDefaultsAsync(null);
        if (await GuestQemu.FindAsync("tcg") is ({ } newer, _)) await AssertDefaultsAsync(newer.Command);
    }

    [Fact]
    public void The_doc_comments_say_so()
    {
        Assert.Contains($"""QEMU's default is that of <see cref="{nameof(DiskCache.Writeback)}"/>.""", Documents.Docstring.Of(DiskCache.Default));
        Assert.Contains($"""QEMU's default is that of <see cref="{nameof(DiskDetectZeroes.Off)}"/>.""", Documents.Docstring.Of(DiskDetectZeroes.Default));
        Assert.Contains("QEMU's own default, 20,000.", Documents.Docstring.Of(typeof(ColoPairAttribute), nameof(ColoPairAttribute.CheckpointDelay)));
    }

    private static async Task AssertDefaultsAsync(IReadOnlyList<string>? command)
    {
        await using Qemu qemu = await Qemu.StartAsync(new("pc", Command: command));
        await qemu.ExecuteAsync("blockdev-add", new JsonObject { ["driver"] = "null-co", ["node-name"] = "a", ["read-zeroes"] = true });
        await qemu.ExecuteAsync("device_add", new JsonObject { ["driver"] = "virtio-blk-pci", ["id"] = "disk", ["drive"] = "a" });

        JsonElement node = (await qemu.ExecuteAsync("query-named-block-nodes")).EnumerateArray().Single(item => item.GetProperty("node-name").ValueEquals("a"));
        Assert.Equal("off", node.GetProperty("detect_zeroes").GetString());
        JsonElement cache = node.GetProperty("cache");
        Assert.Equal((false, false), (cache.GetProperty("direct").GetBoolean(), cache.GetProperty("no-flush").GetBoolean()));
        JsonElement device = (await qemu.ExecuteAsync("query-block")).EnumerateArray().Single(item => item.GetProperty("qdev").GetString()!.Contains("disk"));
        Assert.True(device.GetProperty("inserted").GetProperty("cache").GetProperty("writeback").GetBoolean());
        Assert.Equal(20_000, (await qemu.ExecuteAsync("query-migrate-parameters")).GetProperty("x-checkpoint-delay").GetInt64());
    }
}
