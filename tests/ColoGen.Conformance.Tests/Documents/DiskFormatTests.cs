using ColoGen.Core.Layers.Formats;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Every format has a record in the table, and the docstring of the enum's member says the same.</summary>
public sealed class DiskFormatTests
{
    private static readonly DiskFormat[] s_formats = [.. Enum.GetValues<DiskFormat>().Where(format => format != DiskFormat.Unspecified)];

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

    private static IEnumerable<string> TextsOf(DiskFormatKind kind) =>
    [
        $"libvirt <c>{kind.XmlType}</c>",
        $"QEMU <c>{kind.Driver}</c>",
        kind.CanHaveBacking ? "Can have a backing layer" : "No backing layer",
    ];
}
