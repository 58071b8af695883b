using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>Real images for the pair, in a folder that goes with it.</summary>
internal sealed class Images : IDisposable
{
    private const long Size = 64 << 20;

    private readonly TemporaryFolder _folder = new();

    private Images()
    {
    }

    public string Folder => _folder.Path;

    public static async Task<Images> CreateAsync(CancellationToken cancellation)
    {
        var images = new Images();
        try
        {
            foreach (string name in new[] { "primary", "parent", "active", "hidden" })
            {
                await QemuImage.CreateAsync(images._folder.File($"{name}.qcow2"), "qcow2", Size, cancellation);
            }

            return images;
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Dispose();
}
