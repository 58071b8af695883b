using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ColoGen.Writing;

/// <summary>
/// Texts that stand in their document as they are: ASCII without control characters and without what the document replaces. Nearly every file
/// name, host and serial number is one. Vectors look at it and narrow it to bytes in one go.
/// </summary>
/// <remarks>What is inlined is where it is called from generated code: a call for each text would take as long again as the text.</remarks>
internal static class PlainText
{
    /// <summary>The shortest text that a vector can take.</summary>
    public const int MinLength = 8;

    /// <summary>The longest text that two vectors can take, from its beginning and up to its end; longer ones take a call.</summary>
    public const int MaxShortLength = 64;

    /// <summary>How many characters <see cref="Load"/> takes.</summary>
    public const int BlockLength = 16;

    /// <summary>Whether the processor has vectors that can do it.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>Whether it has vectors of twice that length.</summary>
    private static bool IsSupportedByLongVectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported;
    }

    /// <summary>The first character of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ushort First(string text) => ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference()));

    /// <summary>Whether all of a text is plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        if (!IsSupportedByLongVectors) return IsAnyPlain<TEscape>(text);

        // One question for all lengths, so that its answer is a jump.
        nuint length = (uint)text.Length;
        ref ushort first = ref First(text);
        ref ushort end = ref Unsafe.Add(ref first, length);
        Vector256<byte> unusual;
        if (length - MinLength > MaxShortLength - MinLength)
        {
            unusual = IsAnyPlain<TEscape>(text) ? default : Vector256<byte>.AllBitsSet;
        }
        else if (length > 32)
        {
            unusual = Unusual<TEscape>(PackLong(ref first, ref Unsafe.Add(ref first, 16)))
                | Unusual<TEscape>(PackLong(ref Unsafe.Subtract(ref end, 32), ref Unsafe.Subtract(ref end, 16)));
        }
        else if (length >= 16)
        {
            unusual = Unusual<TEscape>(PackLong(ref first, ref Unsafe.Subtract(ref end, 16)));
        }
        else
        {
            unusual = Unusual<TEscape>(Pack(ref first, ref Unsafe.Subtract(ref end, 8))).ToVector256();
        }

        return unusual == default;
    }

    /// <summary>Whether all of a text of any length is plain.</summary>
    public static bool IsAnyPlain<TEscape>(string text)
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

    /// <summary>Writes a text that is plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Write(string text, byte* destination)
    {
        nuint length = (uint)text.Length;
        if (!IsSupportedByLongVectors || length - MinLength > MaxShortLength - MinLength)
        {
            WriteAny(text, destination);
            return;
        }

        ref ushort first = ref First(text);
        ref ushort end = ref Unsafe.Add(ref first, length);
        byte* next = destination + length;
        if (length >= 32)
        {
            Vector256<byte> left = InOrder(PackLong(ref first, ref Unsafe.Add(ref first, 16)));
            Vector256<byte> right = InOrder(PackLong(ref Unsafe.Subtract(ref end, 32), ref Unsafe.Subtract(ref end, 16)));
            left.Store(destination);
            right.Store(next - 32);
        }
        else if (length >= 16)
        {
            Vector256<byte> both = InOrder(PackLong(ref first, ref Unsafe.Subtract(ref end, 16)));
            both.GetLower().Store(destination);
            both.GetUpper().Store(next - 16);
        }
        else
        {
            Vector128<byte> both = Pack(ref first, ref Unsafe.Subtract(ref end, 8));
            *(ulong*)destination = both.AsUInt64().ToScalar();
            *(ulong*)(next - 8) = both.AsUInt64().GetElement(1);
        }
    }

    /// <summary>Writes a text of any length that is plain.</summary>
    public static unsafe void WriteAny(string text, byte* destination)
    {
        if (!IsSupported || text.Length < BlockLength)
        {
            for (int at = 0; at < text.Length; at++) destination[at] = (byte)text[at];
            return;
        }

        ref ushort first = ref First(text);
        nint last = text.Length - BlockLength;
        for (nint at = 0; at < last; at += BlockLength) Load(ref Unsafe.Add(ref first, at)).Store(destination + at);
        Load(ref Unsafe.Add(ref first, last)).Store(destination + last);
    }

    /// <summary>Writes bytes that were plain before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Write(byte[] bytes, byte* destination)
    {
        nuint length = (uint)bytes.Length;
        if (!Vector256.IsHardwareAccelerated || length - MinLength > MaxShortLength - MinLength)
        {
            WriteAny(bytes, destination);
            return;
        }

        ref byte first = ref MemoryMarshal.GetArrayDataReference(bytes);
        byte* next = destination + length;
        if (length >= 32)
        {
            Vector256<byte> left = Vector256.LoadUnsafe(ref first);
            Vector256<byte> right = Vector256.LoadUnsafe(ref first, length - 32);
            left.Store(destination);
            right.Store(next - 32);
        }
        else if (length < 16)
        {
            ulong left = Unsafe.ReadUnaligned<ulong>(ref first);
            ulong right = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8));
            *(ulong*)destination = left;
            *(ulong*)(next - 8) = right;
        }
        else
        {
            Vector128<byte> left = Vector128.LoadUnsafe(ref first);
            Vector128<byte> right = Vector128.LoadUnsafe(ref first, length - 16);
            left.Store(destination);
            right.Store(next - 16);
        }
    }

    /// <summary>Writes bytes of any length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void WriteAny(ReadOnlySpan<byte> bytes, byte* destination) => bytes.CopyTo(new Span<byte>(destination, bytes.Length));

    /// <summary>Not 0 where a byte is replaced, or is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Replaced<TEscape>(Vector128<byte> block)
        where TEscape : IUtf8Escape
    {
        Vector128<byte> replaced = Vector128.Equals(Shuffle(TEscape.Replaced, block), block);
        return TEscape.AlsoReplaced == 0 ? replaced : replaced | Vector128.Equals(block, Vector128.Create(TEscape.AlsoReplaced));
    }

    /// <summary>Twice 8 characters as bytes; 255 for every character beyond a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector128<ushort> left, Vector128<ushort> right)
    {
        left = Vector128.Min(left, Vector128.Create((ushort)255));
        right = Vector128.Min(right, Vector128.Create((ushort)255));
        return Sse2.IsSupported ? Sse2.PackUnsignedSaturate(left.AsInt16(), right.AsInt16()) : Vector128.Narrow(left, right);
    }

    /// <summary>The values at these numbers, of which only the last four bits count where they are ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Shuffle(Vector128<byte> values, Vector128<byte> numbers) => Ssse3.IsSupported
        ? Ssse3.Shuffle(values, numbers)
        : AdvSimd.Arm64.VectorTableLookup(values, numbers & Vector128.Create((byte)0x0F));

    /// <summary>Not 0 where a byte is not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Unusual<TEscape>(Vector128<byte> block)
        where TEscape : IUtf8Escape =>
        // Below the space as a signed byte are the control characters and what is no ASCII.
        Replaced<TEscape>(block) | Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();

    /// <inheritdoc cref="Unusual{TEscape}(Vector128{byte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Unusual<TEscape>(Vector256<byte> block)
        where TEscape : IUtf8Escape
    {
        Vector256<byte> unusual = Vector256.Equals(Avx2.Shuffle(Vector256.Create(TEscape.Replaced, TEscape.Replaced), block), block)
            | Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte();
        return TEscape.AlsoReplaced == 0 ? unusual : unusual | Vector256.Equals(block, Vector256.Create(TEscape.AlsoReplaced));
    }

    /// <summary>16 characters in a row as bytes; a character beyond a byte becomes 0 or 255, which are not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ref ushort text) => Pack(ref text, ref Unsafe.Add(ref text, 8));

    /// <summary>Twice 8 characters as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pack(ref ushort left, ref ushort right) => Sse2.IsSupported
        ? Sse2.PackUnsignedSaturate(Vector128.LoadUnsafe(ref left).AsInt16(), Vector128.LoadUnsafe(ref right).AsInt16())
        : AdvSimd.ExtractNarrowingSaturateUpper(AdvSimd.ExtractNarrowingSaturateLower(Vector128.LoadUnsafe(ref left)), Vector128.LoadUnsafe(ref right));

    /// <summary>Twice 16 characters as bytes, in an order that is the processor's own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> PackLong(ref ushort left, ref ushort right) =>
        Avx2.PackUnsignedSaturate(Vector256.LoadUnsafe(ref left).AsInt16(), Vector256.LoadUnsafe(ref right).AsInt16());

    /// <summary>What <see cref="PackLong"/> gives, in the order of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> InOrder(Vector256<byte> packed) => Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();

    private static bool IsPlainSlowly<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        // Control characters that take one byte are rare and not worth a vector's look; the rest of the library writes them.
        foreach (char character in text)
        {
            if (character < ' ' || character >= TEscape.Lengths.Length || TEscape.Lengths[character] != 1) return false;
        }

        return true;
    }
}
