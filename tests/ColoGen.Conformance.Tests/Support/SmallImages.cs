using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>The smallest valid images of the formats that QEMU reads and qemu-img can't create.</summary>
public static class SmallImages
{
    private const int Sector = 512;

    /// <summary>A growing redolog with nothing in it; little-endian.</summary>
    public static byte[] Bochs(int size)
    {
        const int extent = 1 << 16;
        int extents = (size + extent - 1) / extent;
        byte[] image = new byte[Sector + (4 * extents)];
        Encoding.ASCII.GetBytes("Bochs Virtual HD Image", image);
        Encoding.ASCII.GetBytes("Redolog", image.AsSpan(32));
        Encoding.ASCII.GetBytes("Growing", image.AsSpan(48));
        int at = 64;
        foreach (int field in new[] { 0x00020000, Sector, extents, Sector, extent, 0 })
        {
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(at), field);
            at += 4;
        }

        BinaryPrimitives.WriteInt64LittleEndian(image.AsSpan(at), size);
        image.AsSpan(Sector).Fill(0xFF); // No extent is allocated.
        return image;
    }

    /// <summary>Compressed blocks behind a table of where they are; big-endian.</summary>
    public static byte[] Cloop(int size)
    {
        const int blockSize = 1 << 16;
        int blocks = (size + blockSize - 1) / blockSize;
        byte[] block = Compress(new byte[blockSize]);
        int start = 128 + 8 + (8 * (blocks + 1));
        byte[] image = new byte[start + (blocks * block.Length)];
        Encoding.ASCII.GetBytes("#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n", image);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(128), blockSize);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(132), blocks);
        for (int number = 0; number <= blocks; number++)
        {
            int offset = start + (number * block.Length);
            BinaryPrimitives.WriteInt64BigEndian(image.AsSpan(136 + (8 * number)), offset);
            if (number < blocks) block.CopyTo(image, offset);
        }

        return image;
    }

    /// <summary>A property list with one table, in which everything is zero, and a trailer in the last sector; big-endian.</summary>
    public static byte[] Dmg(int size)
    {
        const int zeroes = 2;
        const int end = -1;
        int sectors = size / Sector;
        byte[] table = new byte[204 + (2 * 40)];
        Encoding.ASCII.GetBytes("mish", table);
        BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(4), 1);
        BinaryPrimitives.WriteInt64BigEndian(table.AsSpan(16), sectors);
        BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(204), zeroes);
        BinaryPrimitives.WriteInt64BigEndian(table.AsSpan(204 + 16), sectors);
        BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(244), end);
        BinaryPrimitives.WriteInt64BigEndian(table.AsSpan(244 + 8), sectors);

        byte[] list = Encoding.ASCII.GetBytes(
            "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>resource-fork</key><dict><key>blkx</key><array><dict>"
            + $"<key>Data</key><data>{Convert.ToBase64String(table)}</data></dict></array></dict></dict></plist>");
        byte[] trailer = new byte[Sector];
        Encoding.ASCII.GetBytes("koly", trailer);
        BinaryPrimitives.WriteInt32BigEndian(trailer.AsSpan(4), 4);
        BinaryPrimitives.WriteInt32BigEndian(trailer.AsSpan(8), Sector);
        BinaryPrimitives.WriteInt64BigEndian(trailer.AsSpan(0xE0), list.Length);
        BinaryPrimitives.WriteInt64BigEndian(trailer.AsSpan(0x1EC), sectors);
        return [.. list, .. new byte[-list.Length & (Sector - 1)], .. trailer];
    }

    private static byte[] Compress(byte[] data)
    {
        using MemoryStream compressed = new();
        using (ZLibStream stream = new(compressed, CompressionLevel.Optimal)) stream.Write(data);
        return compressed.ToArray();
    }
}
