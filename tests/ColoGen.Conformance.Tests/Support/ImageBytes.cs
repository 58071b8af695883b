using System.Collections.Concurrent;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>An image of each format, made once. Its guest reads zeros: a luks image is written, because a new one reads as random bytes.</summary>
public static class ImageBytes
{
    public const int Size = 1 << 20;

    public const string Passphrase = "open sesame";

    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> s_images = [];

    public static Task<byte[]> OfAsync(string format) => s_images.GetOrAdd(format, name => new(() => MakeAsync(name))).Value;

    private static async Task<byte[]> MakeAsync(string format)
    {
        switch (format)
        {
            case "raw":
                return new byte[Size];
            case "secret":
                return System.Text.Encoding.UTF8.GetBytes(Passphrase);
            case "bochs":
                return SmallImages.Bochs(Size);
            case "cloop":
                return SmallImages.Cloop(Size);
            case "dmg":
                return SmallImages.Dmg(Size);
        }

        using TemporaryFolder folder = new();
        string path = folder.File("image");
        switch (format)
        {
            case "luks":
                await File.WriteAllTextAsync(folder.File("secret"), Passphrase);
                await File.WriteAllBytesAsync(folder.File("zeros"), new byte[Size]);
                await QemuImage.CreateEncryptedAsync(path, "luks", Size, folder.File("secret"));
                await QemuImage.CopyIntoLuksAsync(folder.File("zeros"), path, folder.File("secret"));
                break;
            case "encrypted":
                await File.WriteAllTextAsync(folder.File("secret"), Passphrase);
                await QemuImage.CreateEncryptedAsync(path, "qcow2", Size, folder.File("secret"));
                break;
            case "vpc":
                // Its geometry would round the size up.
                await QemuImage.CreateAsync(path, format, Size, "force_size=on");
                break;
            default:
                await QemuImage.CreateAsync(path, format, Size);
                break;
        }

        return await File.ReadAllBytesAsync(path);
    }
}
