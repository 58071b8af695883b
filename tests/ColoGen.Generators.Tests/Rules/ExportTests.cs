namespace ColoGen.Generators.Tests.Rules;

public sealed class ExportTests
{
    [Theory]
    [InlineData("two exports of two host disks", """[HostDisk("a"), NbdExport] Image A, [HostDisk("b"), NbdExport] Image B""", "")]
    [InlineData("a writable export of a guest disk", """[Disk("vda"), NbdExport(Writable = true)] Image A""", "COLO0801")]
    [InlineData(
        "an export of a guest disk with the name of another",
        """[Disk("vda"), NbdExport(Name = "x")] Image A, [HostDisk("b"), NbdExport(Name = "x")] Image B""",
        "COLO0801")]
    [InlineData("a read-only export of a guest disk", """[Disk("vda"), NbdExport] Image A""", "COLO0801")]
    [InlineData("a writable export of a read-only disk", """[HostDisk("a", ReadOnly = true), NbdExport(Writable = true)] Image A""", "COLO0802")]
    [InlineData("a read-only export of a read-only disk", """[HostDisk("a", ReadOnly = true), NbdExport] Image A""", "")]
    [InlineData("two exports of one name", """[HostDisk("a"), NbdExport(Name = "b")] Image A, [HostDisk("b"), NbdExport] Image B""", "COLO0803")]
    [InlineData("a name with a surrogate alone", """[HostDisk("a"), NbdExport(Name = "\uD800")] Image A""", "COLO0104")]
    public void Of_an_export(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));
}
