using System.Text;
using ColoGen.Conformance.Tests.Support;
using ColoGen.Core.Layers.Formats;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Every format has a record in the table, and the docstring of the enum's member says the same.</summary>
public sealed class DiskFormatTests : IDisposable
{
    private const int Size = 1 << 20;

    private static readonly DiskFormat[] s_formats = [.. Enum.GetValues<DiskFormat>().Where(format => format != DiskFormat.Unspecified)];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Every_member_has_a_record() => Assert.Equal(s_formats, DiskFormats.All.Select(kind => kind.Format));

    [Fact]
    public void Docstrings_have_the_names_and_abilities() => Assert.Empty(
        from kind in DiskFormats.All
        let docstring = Docstring.Of(kind.Format)
        from text in TextsOf(kind)
        where !docstring.Contains(text, StringComparison.Ordinal)
        select $"{kind.Format}: {text}");

    [Fact]
    public void Only_docstrings_of_read_only_formats_say_so() => Assert.Equal(
        DiskFormats.All.Where(kind => kind.IsReadOnly).Select(kind => kind.Format),
        s_formats.Where(format => Docstring.Of(format).Contains("read-only", StringComparison.Ordinal)));

    [Fact]
    public void Extensions_are_on_the_page_of_their_rule()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "COLO0109.md"));
        Assert.Empty(
            from kind in DiskFormats.All
            where kind.Extensions.Count > 0
            let row = page.Split('\n').Single(line => line.StartsWith($"| `{kind.Format}` |", StringComparison.Ordinal))
            from extension in kind.Extensions
            where !row.Contains($"`.{extension}`", StringComparison.Ordinal)
            select $"{kind.Format}: {extension}");
    }

    [ToolTheory("qemu-img")]
    [InlineData(DiskFormat.Qcow2)]
    [InlineData(DiskFormat.Qcow)]
    [InlineData(DiskFormat.Qed)]
    [InlineData(DiskFormat.Vmdk)]
    [InlineData(DiskFormat.Vdi)]
    [InlineData(DiskFormat.Vhdx)]
    [InlineData(DiskFormat.Vpc)]
    [InlineData(DiskFormat.Parallels)]
    [InlineData(DiskFormat.Luks)]
    public async Task QEMU_opens_an_image_of_another_format_as_raw_and_the_rule_says_so(DiskFormat format)
    {
        DiskFormatKind kind = DiskFormats.Get(format);
        foreach (string extension in kind.Extensions)
        {
            string file = _place.File($"{format}.{extension}");
            await CreateAsync(file, kind);

            Assert.Equal(kind.Driver, (await QemuImage.InfoAsync(file)).GetProperty("format").GetString());
            Assert.Equal("raw", (await QemuImage.InfoAsync(file, "raw")).GetProperty("format").GetString());
            Assert.Contains(await File.ReadAllBytesAsync(file), value => value != 0);
            Assert.Null(ImageFileName.ExtensionOfOther(file, format));
            Assert.Equal(extension == "raw" ? null : extension, ImageFileName.ExtensionOfOther(file, DiskFormat.Raw));
        }
    }

    [ToolFact("qemu-img")]
    public async Task QEMU_takes_a_fixed_VHD_for_raw_and_shows_its_footer()
    {
        string file = _place.File("azure.vhd");
        await QemuImage.CreateAsync(file, "vpc", Size, "subformat=fixed");

        Assert.Equal("raw", (await QemuImage.InfoAsync(file)).GetProperty("format").GetString());
        long size = (await QemuImage.InfoAsync(file, "vpc")).GetProperty("virtual-size").GetInt64();
        Assert.Equal(size + 512, (await QemuImage.InfoAsync(file, "raw")).GetProperty("virtual-size").GetInt64());
        Assert.Equal("conectix", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(file), (int)size, 8));
        Assert.Equal("vhd", ImageFileName.ExtensionOfOther(file, DiskFormat.Raw));
    }

    [ToolTheory("qemu-img")]
    [InlineData("x.raw")]
    [InlineData("x.iso")]
    [InlineData("x-flat.vmdk")]
    public async Task QEMU_opens_a_raw_image_as_no_other_format_and_the_rule_says_so(string name)
    {
        string file = _place.File(name);
        await QemuImage.CreateAsync(file, "raw", Size);
        Assert.Null(ImageFileName.ExtensionOfOther(file, DiskFormat.Raw));
        foreach (DiskFormatKind kind in DiskFormats.All.Where(kind => kind.Format is not (DiskFormat.Raw or DiskFormat.Luks or DiskFormat.Dmg)))
        {
            await Assert.ThrowsAsync<QemuException>(() => QemuImage.InfoAsync(file, kind.Driver));
            Assert.NotNull(ImageFileName.ExtensionOfOther(file, kind.Format));
        }
    }

    private async Task CreateAsync(string file, DiskFormatKind kind)
    {
        if (kind.Format != DiskFormat.Luks)
        {
            await QemuImage.CreateAsync(file, kind.Driver, Size);
            return;
        }

        string secret = _place.File("secret");
        await File.WriteAllTextAsync(secret, "passphrase");
        await QemuImage.CreateEncryptedAsync(file, kind.Driver, Size, secret);
    }

    private static IEnumerable<string> TextsOf(DiskFormatKind kind) =>
    [
        $"libvirt <c>{kind.XmlType}</c>",
        $"QEMU <c>{kind.Driver}</c>",
        kind.CanHaveBacking ? "Can have a backing layer" : "No backing layer",
    ];
}
