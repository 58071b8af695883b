using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>QEMU opens a file that really has the name.</summary>
public sealed class FileNamesOnQemuTests : IDisposable
{
    private static readonly string[] s_names =
    [
        "a,b,,c,",
        "key=value,if=none",
        "'apostrophes' and \"quotes\"",
        "back\\slash\\n\\u0041",
        " spaces \t tabs ",
        "& < > &amp;",
        "磁盘 ディスク 디스크",
        "💾👩‍💻",
        "json:{}",
        "nbd:localhost:10809",
        "%s $HOME `x` *?[a]",
        "delete\u007F",
        new string('x', 200) + "😀😀",
    ];

    private readonly Workplace _place = new();

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, s_names.Length)];

    /// <summary>Options have no control characters.</summary>
    public static TheoryData<int> NumbersOfOptions => [.. Enumerable.Range(0, s_names.Length).Where(number => !s_names[number].Any(char.IsControl))];

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Numbers))]
    public async Task From_blockdev_arguments(int number)
    {
        VirtioDisksOnQ35 topology = await MakeAsync(s_names[number]);

        await using Qemu qemu = await Qemu.StartAsync(new("q35"), topology.GetBlockdevArguments());

        await AssertOpenAsync(qemu, topology);
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(NumbersOfOptions))]
    public async Task From_drive_arguments(int number)
    {
        VirtioDisksOnQ35 topology = await MakeAsync(s_names[number]);

        await using Qemu qemu = await Qemu.StartAsync(new("q35"), topology.GetDriveArguments());

        await AssertOpenAsync(qemu, topology);
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Numbers))]
    public async Task From_QMP(int number)
    {
        VirtioDisksOnQ35 topology = await MakeAsync(s_names[number]);

        await using Qemu qemu = await Qemu.StartAsync();
        foreach (string command in DocumentReader.Lines(topology.ToQmpString()).Where(line => line.Contains("blockdev-add")))
        {
            await qemu.ExecuteLineAsync(command);
        }

        await AssertOpenAsync(qemu, topology);
    }

    private async Task<VirtioDisksOnQ35> MakeAsync(string name)
    {
        string path = _place.File(name);
        VirtioDisksOnQ35 topology = new(new(path), new(path + "1", new(path + "2", new(path + "3"))));
        foreach (string file in new[] { path, path + "1", path + "2" }) await File.WriteAllBytesAsync(file, await ImageBytes.OfAsync("qcow2"));
        await File.WriteAllBytesAsync(path + "3", await ImageBytes.OfAsync("raw"));
        return topology;
    }

    private static async Task AssertOpenAsync(Qemu qemu, VirtioDisksOnQ35 topology)
    {
        JsonElement nodes = await qemu.ExecuteAsync("query-named-block-nodes");
        Assert.Equal(
            new[] { topology.First.File, topology.Second.File, topology.Second.Backing.File, topology.Second.Backing.Backing.File }
                .Order(StringComparer.Ordinal),
            nodes.EnumerateArray().Where(node => node.GetProperty("drv").GetString() == "file")
                .Select(node => node.GetProperty("file").GetString()).Order(StringComparer.Ordinal));
    }
}
