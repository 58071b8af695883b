using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Serialization;

/// <summary>
/// Encodes blocks of 8 characters as UTF-8 by vector instructions. Each character is encoded in a lane of two or four bytes, of which one, two or three are
/// used. A shuffle, whose indexes come from a table, then removes the unused bytes.
/// </summary>
internal static unsafe class Utf16ToUtf8
{
    /// <summary>The number of characters of a block.</summary>
    public const int BlockLength = 8;

    /// <summary>The maximum number of bytes that are stored for a block.</summary>
    public const int MaxStored = 32;

    /// <summary>The maximum number of these bytes after the end of the encoded characters.</summary>
    public const int MaxOverrun = 24;

    /// <summary>
    /// The highest character that a block can have: the last one before the surrogates. The few characters after the surrogates are encoded one at a time.
    /// </summary>
    public const ushort MaxCharacter = 0xD7FF;

    /// <summary>The number of bytes of a row of a table.</summary>
    private const int RowLength = 16;

    /// <summary>
    /// Shuffle indexes for eight characters in lanes of two bytes. The row is a bit mask of the characters that take one byte; the others take two.
    /// </summary>
    private static readonly byte[] s_pairs = Table(characters: 8, width: 2, static (row, character) => (row & (1 << character)) != 0 ? 1 : 2);

    /// <summary>
    /// Shuffle indexes for four characters in lanes of four bytes. The low four bits of the row are a mask of the characters that take one byte, the high four
    /// bits of those that take three; the others take two.
    /// </summary>
    private static readonly byte[] s_quads = Table(
        characters: 4, width: 4, static (row, character) => (row & (1 << character)) != 0 ? 1 : (row & (0x10 << character)) != 0 ? 3 : 2);

    private static ReadOnlySpan<ushort> Ones => [0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Removes the first characters of a block. The last characters of the result are undefined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> SkipFirst(Vector128<ushort> block, int count) =>
        AsciiText.Shuffle(
            block.AsByte(),
            Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) + Vector128.Create((byte)(2 * count))).AsUInt16();

    /// <summary>Keeps the first characters of a block. The others become U+0000, which takes one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> KeepFirst(Vector128<ushort> block, int count) =>
        block & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Ones), (nuint)(BlockLength - count));

    /// <summary>Writes a block of characters up to <see cref="MaxCharacter"/>, and returns its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Write(Vector128<ushort> block, byte* next)
    {
        if (Vector128.GreaterThanAny(block, Vector128.Create((ushort)0x7FF))) return WriteQuads(block, next);

        Vector128<ushort> isOne = Vector128.LessThan(block, Vector128.Create((ushort)0x80));
        Vector128<ushort> two = (block >> 6) | ((block & Vector128.Create((ushort)0x3F)) << 8) | Vector128.Create((ushort)0x80C0);
        uint ones = isOne.ExtractMostSignificantBits();
        Shuffle(Vector128.ConditionalSelect(isOne, block, two).AsByte(), s_pairs, ones).Store(next);
        return next + (2 * BlockLength) - BitOperations.PopCount(ones);
    }

    /// <summary>Writes a block of characters that take up to three bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* WriteQuads(Vector128<ushort> block, byte* next)
    {
        Vector256<uint> characters = Vector256.Create(Vector128.WidenLower(block), Vector128.WidenUpper(block));
        Vector256<uint> isOne = Vector256.LessThan(characters, Vector256.Create(0x80u));
        Vector256<uint> isThree = Vector256.GreaterThan(characters, Vector256.Create(0x7FFu));
        Vector256<uint> last = (characters & Vector256.Create(0x3Fu)) | Vector256.Create(0x80u);
        Vector256<uint> rest = characters >> 6;
        Vector256<uint> two = rest | (last << 8) | Vector256.Create(0xC0u);
        Vector256<uint> three = (characters >> 12)
            | (((rest & Vector256.Create(0x3Fu)) | Vector256.Create(0x80u)) << 8) | (last << 16) | Vector256.Create(0xE0u);
        Vector256<byte> quads = Vector256.ConditionalSelect(isOne, characters, Vector256.ConditionalSelect(isThree, three, two)).AsByte();

        uint ones = isOne.ExtractMostSignificantBits();
        uint threes = isThree.ExtractMostSignificantBits();
        Shuffle(quads.GetLower(), s_quads, (ones & 0xF) | ((threes & 0xF) << 4)).Store(next);
        next += BlockLength + BitOperations.PopCount(threes & 0xF) - BitOperations.PopCount(ones & 0xF);
        Shuffle(quads.GetUpper(), s_quads, (ones >> 4) | (threes & 0xF0)).Store(next);
        return next + BlockLength + BitOperations.PopCount(threes >> 4) - BitOperations.PopCount(ones >> 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Shuffle(Vector128<byte> lanes, byte[] table, uint row) =>
        AsciiText.Shuffle(lanes, Vector128.LoadUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), row * RowLength)));

    /// <param name="characters">The number of lanes.</param>
    /// <param name="width">The number of bytes of a lane.</param>
    /// <param name="length">The number of used bytes for a row and a lane.</param>
    private static byte[] Table(int characters, int width, Func<int, int, int> length)
    {
        var table = new byte[256 * RowLength];
        for (int row = 0; row < 256; row++)
        {
            int next = row * RowLength;
            for (int character = 0; character < characters; character++)
            {
                for (int used = 0; used < length(row, character); used++) table[next++] = (byte)((character * width) + used);
            }
        }

        return table;
    }
}
