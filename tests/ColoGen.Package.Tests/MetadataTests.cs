using System.Xml.Linq;
using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class MetadataTests(PackageFixture package)
{
    private readonly XElement _metadata = Metadata(package);

    [Fact]
    public void It_depends_on_the_package_of_pipes_alone()
    {
        XElement group = Assert.Single(Element("dependencies").Elements());
        Assert.Equal("net8.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal(["System.IO.Pipelines"], group.Elements().Select(dependency => dependency.Attribute("id")!.Value));
    }

    [Fact]
    public void It_has_a_licence_by_expression()
    {
        Assert.Equal("MIT", Element("license").Value);
        Assert.Equal("expression", Element("license").Attribute("type")?.Value);
    }

    [Fact]
    public void It_names_the_repository_and_the_commit()
    {
        XElement repository = Element("repository");
        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal("https://github.com/cologen/cologen", repository.Attribute("url")?.Value);
        Assert.Equal(Checkout.Commit, repository.Attribute("commit")?.Value);
    }

    [Theory]
    [InlineData("id", "ColoGen")]
    [InlineData("readme", "README.md")]
    [InlineData("projectUrl", "https://github.com/cologen/cologen")]
    [InlineData("authors", "The ColoGen contributors")]
    public void It_says(string element, string value) => Assert.Equal(value, Element(element).Value);

    [Theory]
    [InlineData("qemu")]
    [InlineData("libvirt")]
    [InlineData("colo")]
    public void A_search_finds_it(string word)
    {
        Assert.Contains(word, Element("tags").Value.Split(' '));
        Assert.Contains(word, Element("description").Value, StringComparison.OrdinalIgnoreCase);
    }

    private static XElement Metadata(PackageFixture package)
    {
        using var nuspec = new MemoryStream(package.Files["ColoGen.nuspec"]);
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private XElement Element(string name) => _metadata.Elements().Single(element => element.Name.LocalName == name);
}
