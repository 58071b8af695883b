using System.Text.Json.Nodes;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>The images that random hosts open.</summary>
public sealed class ImageBytesTests
{
    [ToolTheory(Programs.Qemu, "qemu-img")]
    [InlineData("raw")]
    [InlineData("qcow2")]
    [InlineData("encrypted")]
    [InlineData("qcow")]
    [InlineData("qed")]
    [InlineData("vmdk")]
    [InlineData("vdi")]
    [InlineData("vhdx")]
    [InlineData("vpc")]
    [InlineData("parallels")]
    [InlineData("luks")]
    [InlineData("bochs")]
    [InlineData("cloop")]
    [InlineData("dmg")]
    public async Task An_image_has_the_size_and_reads_as_zeros(string format)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllBytesAsync(folder.File("image"), await ImageBytes.OfAsync(format));
        await File.WriteAllTextAsync(folder.File("secret"), ImageBytes.Passphrase);
        JsonObject node = new()
        {
            ["node-name"] = "image",
            ["driver"] = format == "encrypted" ? "qcow2" : format,
            ["read-only"] = true,
            ["file"] = new JsonObject { ["driver"] = "file", ["filename"] = folder.File("image") },
        };
        if (format == "luks") node["key-secret"] = "secret";
        if (format == "encrypted") node["encrypt"] = new JsonObject { ["format"] = "luks", ["key-secret"] = "secret" };

        await using Qemu qemu = await Qemu.StartAsync(arguments: ["-object", $"secret,id=secret,file={folder.File("secret")}"]);
        await qemu.ExecuteAsync("blockdev-add", node);
        Assert.Equal("1 MiB", await qemu.QemuIoAsync("image", "length"));
        Assert.Equal("", await qemu.QemuIoAsync("image", $"read -q -P 0 0 {ImageBytes.Size}"));
    }
}
