using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>Hands out the places of a topology's images, and makes the images when they are wanted.</summary>
/// <param name="device">Gives the block device with an image of this format in it.</param>
public sealed class Images(string folder, NbdPlace nbd, Func<string, string>? device = null)
{
    private readonly Dictionary<string, string> _formats = [];

    /// <summary>For documents that nobody opens.</summary>
    public static Images Nowhere => new("/images", NbdPlace.Nowhere);

    public NbdPlace Nbd { get; } = nbd;

    public string Raw(string name) => File(name, "raw");

    public string Qcow2(string name) => File(name, "qcow2");

    public string Secret(string name) => File(name, "secret");

    /// <summary>The path of an image of this format.</summary>
    public string File(string name, string format)
    {
        string path = Path.Combine(folder, $"{name}.{format}");
        _formats[path] = format;
        return path;
    }

    /// <summary>The path of a block device with an image of this format.</summary>
    public string Volume(string name, string format) =>
        device is null ? $"/dev/mapper/{name}" : device(format);

    /// <summary>Makes every image that was handed out.</summary>
    public async Task CreateAsync()
    {
        foreach ((string path, string format) in _formats)
        {
            await System.IO.File.WriteAllBytesAsync(path, await ImageBytes.OfAsync(format));
        }
    }
}
