using System.Buffers.Binary;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>The images of the run, by the names that <see cref="Hosts"/> has for them: a folder a host.</summary>
internal static class GuestImages
{
    private const long Size = 64 << 20;

    /// <summary>The primary's disk with the guest on it.</summary>
    public static async Task CreatePrimaryAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string raw = Path.Combine(folder, "guest.raw");
        await using (FileStream file = File.Create(raw))
        {
            await file.WriteAsync(BootSector.ToArray(), cancellation);
            file.SetLength(Size);
        }

        await QemuImage.ConvertAsync(raw, "raw", Path.Combine(folder, "primary.qcow2"), "qcow2", cancellation);
    }

    /// <summary>The three images of a secondary, all as long as the primary's.</summary>
    /// <param name="primary">The primary's folder, whose disk is copied; null for a secondary that is to be resynced, and so begins empty.</param>
    public static async Task CreateSecondaryAsync(string folder, string? primary, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in primary is null ? ["parent", "active", "hidden"] : new[] { "active", "hidden" })
        {
            await QemuImage.CreateAsync(Path.Combine(folder, $"{name}.qcow2"), "qcow2", Size, cancellation);
        }

        if (primary is not null) File.Copy(Path.Combine(primary, "primary.qcow2"), Path.Combine(folder, "parent.qcow2"));
    }

    /// <summary>The guest's count in an image that no QEMU has open.</summary>
    public static async Task<uint> CountAsync(string folder, string name, CancellationToken cancellation)
    {
        string raw = Path.Combine(folder, "count.raw");
        await QemuImage.ConvertAsync(Path.Combine(folder, $"{name}.qcow2"), "qcow2", raw, "raw", cancellation);
        await using FileStream file = File.OpenRead(raw);
        file.Position = BootSector.CountOffset;
        byte[] count = new byte[sizeof(uint)];
        await file.ReadExactlyAsync(count, cancellation);
        return BinaryPrimitives.ReadUInt32LittleEndian(count);
    }
}
