using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Writing;

/// <summary>
/// Blocks of characters to UTF-8 by vectors. Each character is laid out in two or four bytes, of which one, two or three are used; a shuffle by a table then
/// puts them side by side.
/// </summary>
internal static unsafe class Transcoding
{
    /// <summary>How many characters a block has.</summary>
    public const int BlockLength = 8;

    /// <summary>How many bytes a block may touch.</summary>
    public const int MaxTouched = 32;

    /// <summary>How many of them may be behind those that count.</summary>
    public const int MaxBehind = 24;

    /// <summary>The last character before the surrogates; those behind them, which are few, are nobody's hurry.</summary>
    public const ushort Highest = 0xD7FF;

    /// <summary>How many bytes a row of a table has.</summary>
    private const int Row = 16;

    /// <summary>For each set of eight characters that take one byte, while the others take two, the numbers of the bytes that are used of two each.</summary>
    private static readonly byte[] s_pairs = Table(characters: 8, width: 2, static (number, character) => (number & (1 << character)) != 0 ? 1 : 2);

    /// <summary>
    /// For each set of four characters that take one byte (the lower bits) and that take three (the upper bits), while the others take two, the numbers of the
    /// bytes that are used of four each.
    /// </summary>
    private static readonly byte[] s_quads = Table(
        characters: 4, width: 4, static (number, character) => (number & (1 << character)) != 0 ? 1 : (number & (0x10 << character)) != 0 ? 3 : 2);

    private static ReadOnlySpan<ushort> Ones => [0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>A block without its first characters; what it ends with does not count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> MoveUp(Vector128<ushort> block, int count) =>
        PlainText.Shuffle(
            block.AsByte(),
            Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) + Vector128.Create((byte)(2 * count))).AsUInt16();

    /// <summary>A block of which only the first characters are as they are; the others are 0, which takes a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> KeepFirst(Vector128<ushort> block, int count) =>
        block & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Ones), (nuint)(BlockLength - count));

    /// <summary>Writes a block of characters up to <see cref="Highest"/> and gives its end.</summary>
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

    /// <summary>Characters that take up to three bytes.</summary>
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
    private static Vector128<byte> Shuffle(Vector128<byte> laidOut, byte[] table, uint number) =>
        PlainText.Shuffle(laidOut, Vector128.LoadUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), number * Row)));

    /// <param name="characters">How many a row is for.</param>
    /// <param name="width">In how many bytes each is laid out.</param>
    /// <param name="length">How many of them are used, by the number of the row and that of the character.</param>
    private static byte[] Table(int characters, int width, Func<int, int, int> length)
    {
        var table = new byte[256 * Row];
        for (int number = 0; number < 256; number++)
        {
            int next = number * Row;
            for (int character = 0; character < characters; character++)
            {
                for (int used = 0; used < length(number, character); used++) table[next++] = (byte)((character * width) + used);
            }
        }

        return table;
    }
}
