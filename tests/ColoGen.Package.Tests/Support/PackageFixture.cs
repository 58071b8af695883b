using System.IO.Compression;

namespace ColoGen.Package.Tests.Support;

/// <summary>The package, packed from two fresh clones in folders of different names, and that of the controller.</summary>
public sealed class PackageFixture : IAsyncLifetime, IDisposable
{
    /// <summary>What makes a zip file a package container, whatever is in it.</summary>
    private static readonly string[] s_container = ["_rels/", "package/", "[Content_Types].xml"];

    private readonly TemporaryFolder _folder = new();
    private Checkout? _clone;

    /// <summary>No source on earth has this one, so a consumer's can only come from the feed.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>A folder that holds nothing but the packages.</summary>
    public string Feed { get; private set; } = "";

    /// <summary>The consumers' own package cache.</summary>
    public string Cache => _folder.File("cache");

    /// <summary>What is in the package, by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    /// <summary>The same from the other clone.</summary>
    public IReadOnlyDictionary<string, byte[]> FilesOfOtherClone { get; private set; } = new Dictionary<string, byte[]>();

    /// <summary>What is in the package of the controller.</summary>
    public IReadOnlyDictionary<string, byte[]> ControlFiles { get; private set; } = new Dictionary<string, byte[]>();

    public string NewFolder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;

    public async Task InitializeAsync()
    {
        Checkout clone = _clone = new Checkout(_folder.File("clone"));
        var other = new Checkout(_folder.File("the-other-clone"));
        await Task.WhenAll(clone.PackAsync("src/ColoGen", Version), other.PackAsync("src/ColoGen", Version));
        await clone.PackAsync("src/ColoGen.Control", Version);
        Feed = clone.Feed;
        Files = Read(clone, "ColoGen");
        FilesOfOtherClone = Read(other, "ColoGen");
        ControlFiles = Read(clone, "ColoGen.Control");
    }

    /// <summary>Adds another version of the package to the feed.</summary>
    public Task PackAsync(string version) => _clone!.PackAsync("src/ColoGen", version);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, byte[]> Read(Checkout checkout, string id)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(checkout.Feed, $"{id}.{Version}.nupkg"));
        return package.Entries
            .Where(entry => !s_container.Any(part => entry.FullName.StartsWith(part, StringComparison.Ordinal)))
            .ToDictionary(entry => entry.FullName, Bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>All tests of the package: it is packed once.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFixture>
{
    public const string Name = "Package";
}
