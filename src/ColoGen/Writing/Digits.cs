using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>Numbers in decimal digits.</summary>
internal static unsafe class Digits
{
    /// <summary>The longest number, <see cref="long.MinValue"/>, has 20 characters.</summary>
    public const int MaxLength = 20;

    /// <summary>How many digits a number has, with its sign.</summary>
    public static int Count(long value)
    {
        byte* digits = stackalloc byte[MaxLength];
        return (int)(Write(value, digits) - digits);
    }

    /// <summary>Writes a number into at least <see cref="MaxLength"/> bytes and gives its end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* Write(long value, byte* destination)
    {
        if ((ulong)value >= 100_000_000 || !BitConverter.IsLittleEndian)
        {
            Utf8Formatter.TryFormat(value, new Span<byte>(destination, MaxLength), out int written);
            return destination + written;
        }

        // Eight digits at once, a byte each, the first the lowest: two groups of four, then four of two, then eight of one.
        ulong digits = ((ulong)value / 10_000) | (((ulong)value % 10_000) << 32);
        ulong hundreds = ((digits * 10_486) >> 20) & 0x7F_0000_007F;
        digits = hundreds | ((digits - (hundreds * 100)) << 16);
        ulong tens = ((digits * 103) >> 10) & 0xF_000F_000F_000F;
        digits = tens | ((digits - (tens * 10)) << 8);

        int zeros = Math.Min(7, BitOperations.TrailingZeroCount(digits) / 8);
        digits = (digits | 0x3030_3030_3030_3030) >> (zeros * 8);
        int count = 8 - zeros;
        if (count >= 4)
        {
            *(uint*)destination = (uint)digits;
            *(uint*)(destination + count - 4) = (uint)(digits >> ((count - 4) * 8));
        }
        else
        {
            for (int at = 0; at < count; at++, digits >>= 8) destination[at] = (byte)digits;
        }

        return destination + count;
    }
}
