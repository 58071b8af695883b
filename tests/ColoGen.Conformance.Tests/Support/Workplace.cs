using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>A folder in which the images of a topology are made, and block devices of them.</summary>
public sealed class Workplace : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoopDevices _devices = new();

    /// <summary>The full path of the folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>A topology, whose images are created.</summary>
    public Task<object> MakeAsync(TopologyCase item, NbdPlace? nbd = null) => MakeAsync(item.Make, nbd);

    /// <summary>A topology or a pair, whose images are created.</summary>
    public async Task<T> MakeAsync<T>(Func<Images, T> make, NbdPlace? nbd = null)
    {
        Images images = new(_folder.Path, nbd ?? NbdPlace.Nowhere, Device);
        T made = make(images);
        await images.CreateAsync();
        return made;
    }

    public void Dispose()
    {
        _devices.Dispose();
        _folder.Dispose();
    }

    private string Device(string format) => _devices.AttachImageAsync(_folder.File("device." + format), format).GetAwaiter().GetResult();
}
