using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Mail;

/// <summary>The two command lines of the mail, out of records.</summary>
public sealed class CommandLineOfTheMailTests : IDisposable
{
    private static readonly Wiki s_wiki = new(new("1.raw"), new(new("active_disk.qcow2", new("hidden_disk.qcow2"))));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_secondary_disk_is_the_mails_to_the_letter() =>
        Assert.Equal(
            "if=none,driver=raw,file.filename=1.raw,id=colo1",
            DocumentReader.Following(s_wiki.GetDriveArguments(), "-drive")[0]);

    /// <summary>What the mail leaves open as "..." is the hidden disk, from the wiki page that it quotes.</summary>
    [Theory]
    [InlineData("driver=replication")]
    [InlineData("mode=secondary")]
    [InlineData("file.driver=qcow2")]
    [InlineData("file.file.filename=active_disk.qcow2")]
    [InlineData("file.backing.driver=qcow2")]
    [InlineData("file.backing.file.filename=hidden_disk.qcow2")]
    [InlineData("file.backing.backing=colo1")]
    public void The_replica_has_what_the_mails_has(string pair)
    {
        string[] keyAndValue = pair.Split('=');

        Assert.Equal(keyAndValue[1], Replica[keyAndValue[0]]);
    }

    /// <summary>The mail's <c>if=xxx</c> is no value; <c>top-id</c> came into QEMU after the mail, and it wants it.</summary>
    [Fact]
    public void The_replica_has_nothing_else_but_what_QEMU_has_wanted_since() =>
        Assert.Equal(
            [
                "if", "driver", "mode", "top-id", "file.driver", "file.file.filename", "file.backing.driver",
                "file.backing.file.filename", "file.backing.backing", "id",
            ],
            Replica.Keys);

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task QEMU_takes_both_in_a_folder_with_the_files()
    {
        await QemuImage.CreateAsync(_folder.File("1.raw"), "raw", 1 << 20);
        await QemuImage.CreateAsync(_folder.File("active_disk.qcow2"), "qcow2", 1 << 20);
        await QemuImage.CreateAsync(_folder.File("hidden_disk.qcow2"), "qcow2", 1 << 20);

        await using Qemu qemu = await Qemu.StartAsync(new("pc", Folder: _folder.Path), s_wiki.GetDriveArguments());

        JsonElement backends = await qemu.ExecuteAsync("query-block");
        Assert.Equal(
            ["colo1 raw", "vda replication"],
            backends.EnumerateArray().Select(backend => $"{backend.GetProperty("device")} {backend.GetProperty("inserted").GetProperty("drv")}").Order());
    }

    private static IReadOnlyDictionary<string, string> Replica => DocumentReader.Options(s_wiki.GetDriveArguments(), "-drive")[1];
}
