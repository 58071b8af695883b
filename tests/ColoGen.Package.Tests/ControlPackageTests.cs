using System.Text;
using System.Xml.Linq;
using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

/// <summary>The controller's package: it needs ColoGen and the base library, also as native code.</summary>
[Collection(PackageCollection.Name)]
public sealed class ControlPackageTests(PackageFixture package)
{
    [Fact]
    public void It_depends_on_ColoGen_only()
    {
        using var nuspec = new MemoryStream(package.ControlFiles["ColoGen.Control.nuspec"]);
        XElement[] groups = [.. XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "group")];

        XElement group = Assert.Single(groups);
        Assert.Equal("net8.0", group.Attribute("targetFramework")?.Value);
        XElement dependency = Assert.Single(group.Elements());
        Assert.Equal(("ColoGen", package.Version), (dependency.Attribute("id")?.Value, dependency.Attribute("version")?.Value));
    }

    [Fact]
    public void It_has_the_library_its_texts_a_readme_and_an_icon_and_nothing_else() => Assert.Equal(
        ["ColoGen.Control.nuspec", "README.md", "icon.png", "lib/net8.0/ColoGen.Control.dll", "lib/net8.0/ColoGen.Control.xml"],
        package.ControlFiles.Keys.Order(StringComparer.Ordinal));

    [ToolFact("gcc")]
    public async Task As_native_code_it_compiles_without_a_warning_and_runs()
    {
        var consumer = new Consumer(package, "native-control", """
            <ImplicitUsings>enable</ImplicitUsings>
            <PublishAot>true</PublishAot>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            """, "ColoGen.Control");
        consumer.Add("Program.cs", File.ReadAllText(Path.Combine(Repository.Root, "tests", "ColoGen.Package.Tests", "Consumer", "Control.cs")));

        Assert.StartsWith("There is no connection to unix:/nowhere/qmp: ", Encoding.UTF8.GetString(await consumer.PublishAndRunAsync()));
    }
}
