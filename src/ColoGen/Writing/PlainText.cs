using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ColoGen.Writing;

/// <summary>
/// Texts that stand in their document as they are: ASCII without control characters and without what the document replaces. Nearly every file
/// name, host and serial number is one. Vectors look at it and narrow it to bytes in one go.
/// </summary>
internal static class PlainText
{
    /// <summary>The shortest text that a vector can take.</summary>
    public const int MinLength = 8;

    /// <summary>How many characters <see cref="Load"/> takes.</summary>
    public const int BlockLength = 16;

    /// <summary>Whether the processor has vectors that can do it.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>Whether it has vectors of twice that length.</summary>
    public static bool IsSupportedByLongVectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported;
    }

    /// <summary>The first character of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ushort First(string text) => ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference()));

    /// <summary>Whether all of a text is plain, of any length; false where the processor can't tell quickly.</summary>
    public static bool IsPlain<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        if (!IsSupported || text.Length < MinLength) return IsPlainSlowly<TEscape>(text);

        ref ushort first = ref First(text);
        nint last = text.Length - 8;
        Vector128<byte> unusual = Unusual<TEscape>(Pack(ref first, ref Unsafe.Add(ref first, last)));
        for (nint at = 8; at < last; at += 16)
        {
            unusual |= Unusual<TEscape>(Pack(ref Unsafe.Add(ref first, at), ref Unsafe.Add(ref first, Math.Min(at + 8, last))));
        }

        return unusual == default;
    }

    /// <summary>Writes a text, of any length, and says whether all of it was plain.</summary>
    public static unsafe bool Write<TEscape>(string text, byte* destination)
        where TEscape : IUtf8Escape
    {
        if (!IsSupported || text.Length < BlockLength) return WriteSlowly<TEscape>(text, destination);

        ref ushort first = ref First(text);
        nint last = text.Length - BlockLength;
        Vector128<byte> unusual = Vector128<byte>.Zero;
        for (nint at = 0; at < last; at += BlockLength)
        {
            Vector128<byte> block = Load(ref Unsafe.Add(ref first, at));
            block.Store(destination + at);
            unusual |= Unusual<TEscape>(block);
        }

        Vector128<byte> end = Load(ref Unsafe.Add(ref first, last));
        end.Store(destination + last);
        return (unusual | Unusual<TEscape>(end)) == default;
    }

    /// <summary>Not 0 where a byte is not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Unusual<TEscape>(Vector128<byte> block)
        where TEscape : IUtf8Escape
    {
        // Below the space as a signed byte are the control characters and what is no ASCII.
        Vector128<byte> unusual = Vector128.Equals(Shuffle(TEscape.Replaced, block), block)
            | Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();
        return TEscape.AlsoReplaced == 0 ? unusual : unusual | Vector128.Equals(block, Vector128.Create(TEscape.AlsoReplaced));
    }

    /// <inheritdoc cref="Unusual{TEscape}(Vector128{byte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Unusual<TEscape>(Vector256<byte> block)
        where TEscape : IUtf8Escape
    {
        Vector256<byte> unusual = Vector256.Equals(Avx2.Shuffle(Vector256.Create(TEscape.Replaced, TEscape.Replaced), block), block)
            | Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte();
        return TEscape.AlsoReplaced == 0 ? unusual : unusual | Vector256.Equals(block, Vector256.Create(TEscape.AlsoReplaced));
    }

    /// <summary>16 characters in a row as bytes; a character beyond a byte becomes 0 or 255, which are not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ref ushort text) => Pack(ref text, ref Unsafe.Add(ref text, 8));

    /// <summary>Twice 8 characters as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Pack(ref ushort left, ref ushort right) => Sse2.IsSupported
        ? Sse2.PackUnsignedSaturate(Vector128.LoadUnsafe(ref left).AsInt16(), Vector128.LoadUnsafe(ref right).AsInt16())
        : AdvSimd.ExtractNarrowingSaturateUpper(AdvSimd.ExtractNarrowingSaturateLower(Vector128.LoadUnsafe(ref left)), Vector128.LoadUnsafe(ref right));

    /// <summary>Twice 16 characters as bytes, in an order that is the processor's own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackLong(ref ushort left, ref ushort right) =>
        Avx2.PackUnsignedSaturate(Vector256.LoadUnsafe(ref left).AsInt16(), Vector256.LoadUnsafe(ref right).AsInt16());

    /// <summary>What <see cref="PackLong"/> gives, in the order of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> InOrder(Vector256<byte> packed) => Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Shuffle(Vector128<byte> values, Vector128<byte> numbers) => Ssse3.IsSupported
        ? Ssse3.Shuffle(values, numbers)
        : AdvSimd.Arm64.VectorTableLookup(values, numbers & Vector128.Create((byte)0x0F));

    private static bool IsPlainSlowly<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        foreach (char character in text)
        {
            if (!IsPlain<TEscape>(character)) return false;
        }

        return true;
    }

    private static unsafe bool WriteSlowly<TEscape>(string text, byte* destination)
        where TEscape : IUtf8Escape
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!IsPlain<TEscape>(text[at])) return false;
            destination[at] = (byte)text[at];
        }

        return true;
    }

    /// <summary>Control characters that take one byte are rare and not worth a vector's look; the rest of the library writes them.</summary>
    private static bool IsPlain<TEscape>(char character)
        where TEscape : IUtf8Escape => character >= ' ' && character < TEscape.Lengths.Length && TEscape.Lengths[character] == 1;
}
