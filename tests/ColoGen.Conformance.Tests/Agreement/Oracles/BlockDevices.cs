using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Agreement.Oracles;

/// <summary>Block devices with images in them. They are used again, as no guest writes to them.</summary>
internal sealed class BlockDevices : IDisposable
{
    private readonly TemporaryFolder _files = new();
    private readonly Dictionary<string, Queue<string>> _free = [];
    private readonly List<(string Link, string Image, string Device)> _used = [];
    private LoopDevices _devices = new();
    private int _count;

    public BlockDevices() => Directory.CreateDirectory(Folder);

    /// <summary>
    /// Whether random hosts have block devices: in a long run, where they can be made. Hundreds of them come and go then, which other tests would notice.
    /// </summary>
    public static bool AreUsed { get; } = Environment.GetEnvironmentVariable("COLOGEN_TOPOLOGIES") is not null && LoopDevices.Missing is null;

    /// <summary>Where the links to devices are.</summary>
    public string Folder => Path.Combine("/dev", Path.GetFileName(_files.Path));

    /// <summary>Makes a path lead to a device with this image in it, until <see cref="GiveBack"/>.</summary>
    public async Task LinkAsync(string path, string image)
    {
        string device = _free.TryGetValue(image, out Queue<string>? free) && free.Count > 0
            ? free.Dequeue()
            : await _devices.AttachImageAsync(_files.File($"{_count++}"), image);
        File.Delete(path);
        File.CreateSymbolicLink(path, device);
        _used.Add((path, image, device));
    }

    public void GiveBack()
    {
        foreach ((string link, string image, string device) in _used)
        {
            File.Delete(link);
            if (!_free.TryGetValue(image, out Queue<string>? free)) _free[image] = free = [];
            free.Enqueue(device);
        }

        _used.Clear();
    }

    /// <summary>Begins anew, as images may be half written.</summary>
    public void Forget()
    {
        GiveBack();
        _free.Clear();
        _devices.Dispose();
        _devices = new LoopDevices();
    }

    public void Dispose()
    {
        _devices.Dispose();
        _files.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
