using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

/// <summary>Every library carries the symbols that a debugger needs, and no folder of the machine that built them.</summary>
[Collection(PackageCollection.Name)]
public sealed class SymbolTests(PackageFixture package)
{
    private const string Runtime = "lib/net8.0/ColoGen.dll";
    private const string Vocabulary = "analyzers/dotnet/roslyn4.8/cs/ColoGen.dll";
    private const string Core = "analyzers/dotnet/roslyn4.8/cs/ColoGen.Core.dll";
    private const string Generators = "analyzers/dotnet/roslyn4.8/cs/ColoGen.Generators.dll";
    private const string CodeFixes = "analyzers/dotnet/roslyn4.8/cs/ColoGen.CodeFixes.dll";

    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Theory]
    [InlineData(Runtime)]
    [InlineData(Vocabulary)]
    [InlineData(Core)]
    [InlineData(Generators)]
    [InlineData(CodeFixes)]
    public void Every_source_is_named_from_the_top_of_the_repository(string library)
    {
        using MetadataReaderProvider symbols = Symbols(library);
        MetadataReader reader = symbols.GetMetadataReader();

        string[] sources = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.StartsWith("/_/", source));
    }

    [Theory]
    [InlineData(Runtime)]
    [InlineData(Vocabulary)]
    [InlineData(Core)]
    [InlineData(Generators)]
    [InlineData(CodeFixes)]
    public void A_debugger_gets_the_sources_of_the_commit(string library)
    {
        using MetadataReaderProvider symbols = Symbols(library);
        MetadataReader reader = symbols.GetMetadataReader();

        CustomDebugInformation link = Assert.Single(
            reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation), information => reader.GetGuid(information.Kind) == s_sourceLink);

        Assert.Equal(
            $$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/cologen/cologen/{{{Checkout.Commit}}}/*"}}""",
            Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)));
    }

    private MetadataReaderProvider Symbols(string library)
    {
        using var image = new PEReader(new MemoryStream(package.Files[library]));
        DebugDirectoryEntry embedded = Assert.Single(
            image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        return image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
    }
}
