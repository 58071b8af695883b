using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>What the parts of a file take of its file system.</summary>
internal static partial class SparseFile
{
    private const int CurrentFolder = -100;
    private const uint Blocks = 0x400;
    private const int OffsetOfBlocks = 48;
    private const int BlockSize = 512;
    private const int SeekData = 3;
    private const int SeekHole = 4;

    /// <summary>The bytes that are allocated, data or not.</summary>
    public static long Taken(string path)
    {
        byte[] status = new byte[256];
        if (StatX(CurrentFolder, path, 0, Blocks, status) != 0) throw new Win32Exception();
        return BinaryPrimitives.ReadInt64LittleEndian(status.AsSpan(OffsetOfBlocks)) * BlockSize;
    }

    /// <summary>The bytes that are not in holes.</summary>
    public static long Data(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite);
        long sum = 0;
        for (long at = Seek(file, 0, SeekData); at >= 0; at = Seek(file, at, SeekData))
        {
            long end = Seek(file, at, SeekHole);
            sum += end - at;
            at = end;
        }

        return sum;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, byte[] status);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long Seek(SafeFileHandle file, long offset, int whence);
}
