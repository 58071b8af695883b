using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ColoGen.Serialization;

/// <summary>Formats numbers as decimal digits.</summary>
internal static unsafe class Utf8Number
{
    /// <summary>The length of <see cref="long.MinValue"/>, the longest number.</summary>
    public const int MaxLength = 20;

    /// <summary>Numbers from here on are formatted by <see cref="Utf8Formatter"/>. Ports are smaller.</summary>
    private const int Large = 100_000;

    /// <summary>The number of digits of a number, with its sign.</summary>
    public static int Count(long value)
    {
        byte* digits = stackalloc byte[MaxLength];
        return (int)(Write(value, digits) - digits);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The end of the number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Write(long value, byte* destination)
    {
        if ((ulong)value >= 10) return WriteSeveral(value, destination);
        *destination = (byte)('0' + value);
        return destination + 1;
    }

    private static byte* WriteSeveral(long value, byte* destination)
    {
        if ((ulong)value >= Large || !BitConverter.IsLittleEndian)
        {
            Utf8Formatter.TryFormat(value, new Span<byte>(destination, MaxLength), out int written);
            return destination + written;
        }

        // One digit per byte, the first digit in the lowest byte: splits off the hundreds of the last four digits, then the tens of both pairs.
        uint number = (uint)value;
        uint four = number % 10_000;
        uint hundreds = (four * 5_243) >> 19;
        uint pairs = hundreds | ((four - (hundreds * 100)) << 16);
        uint tens = ((pairs * 103) >> 10) & 0xF_000F;
        ulong digits = (number / 10_000) | ((ulong)(tens | ((pairs - (tens * 10)) << 8)) << 8);

        int count = 5 - (BitOperations.TrailingZeroCount(digits) / 8);
        digits = (digits | 0x30_3030_3030) >> ((5 - count) * 8);
        if (count >= 4)
        {
            *(uint*)destination = (uint)digits;
            destination[count - 1] = (byte)(digits >> ((count - 1) * 8));
        }
        else
        {
            *(ushort*)destination = (ushort)digits;
            destination[count - 1] = (byte)(digits >> ((count - 1) * 8));
        }

        return destination + count;
    }
}
