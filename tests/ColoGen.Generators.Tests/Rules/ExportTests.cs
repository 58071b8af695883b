namespace ColoGen.Generators.Tests.Rules;

public sealed class ExportTests
{
    [Theory]
    [InlineData("""[HostDisk("a"), NbdExport] Image A, [HostDisk("b"), NbdExport] Image B""", "")]
    [InlineData("""[Disk("vda"), NbdExport(Writable = true)] Image A""", "COLO0801")]
    [InlineData("""[Disk("vda"), NbdExport] Image A""", "")]
    [InlineData("""[HostDisk("a", ReadOnly = true), NbdExport(Writable = true)] Image A""", "COLO0802")]
    [InlineData("""[HostDisk("a", ReadOnly = true), NbdExport] Image A""", "")]
    [InlineData("""[HostDisk("a"), NbdExport(Name = "b")] Image A, [HostDisk("b"), NbdExport] Image B""", "COLO0803")]
    [InlineData("""[HostDisk("a"), NbdExport(Name = "\uD800")] Image A""", "COLO0104")]
    public void Of_an_export(string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters));
}
