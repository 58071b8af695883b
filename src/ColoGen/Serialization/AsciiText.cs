using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ColoGen.Serialization;

/// <summary>
/// Finds and copies plain texts: ASCII without control characters and without characters that the document escapes. Nearly all file names, host names and
/// serial numbers are plain. Vector instructions check them and narrow them to bytes.
/// </summary>
/// <remarks>The methods that generated code calls are inlined: a call takes as long as the text.</remarks>
internal static class AsciiText
{
    /// <summary>The length of the shortest text that is checked by vectors.</summary>
    public const int MinLength = 8;

    /// <summary>
    /// The length of the longest text that is copied inline by two overlapping vectors, one at its start and one at its end. Longer texts are copied by a call.
    /// </summary>
    public const int MaxShortLength = 64;

    /// <summary>The number of characters that <see cref="Load"/> reads.</summary>
    public const int BlockLength = 16;

    /// <summary>Whether the processor has the 128-bit instructions that are needed.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>Whether the processor has the 256-bit instructions that are needed.</summary>
    private static bool Is256Supported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported;
    }

    /// <summary>The first character of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ushort GetReference(string text) => ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference()));

    /// <summary>Whether a text is plain. Inlined for short texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        if (!Is256Supported) return IsPlainOfAnyLength<TEscape>(text);

        // All lengths set one variable, so that its test compiles to a jump.
        nuint length = (uint)text.Length;
        ref ushort first = ref GetReference(text);
        ref ushort end = ref Unsafe.Add(ref first, length);
        Vector256<byte> notPlain;
        if (length - MinLength > MaxShortLength - MinLength)
        {
            notPlain = IsPlainOfAnyLength<TEscape>(text) ? default : Vector256<byte>.AllBitsSet;
        }
        else if (length > 32)
        {
            notPlain = NotPlain<TEscape>(Pack256(ref first, ref Unsafe.Add(ref first, 16)))
                | NotPlain<TEscape>(Pack256(ref Unsafe.Subtract(ref end, 32), ref Unsafe.Subtract(ref end, 16)));
        }
        else if (length >= 16)
        {
            notPlain = NotPlain<TEscape>(Pack256(ref first, ref Unsafe.Subtract(ref end, 16)));
        }
        else
        {
            notPlain = NotPlain<TEscape>(Pack(ref first, ref Unsafe.Subtract(ref end, 8))).ToVector256();
        }

        return notPlain == default;
    }

    /// <summary>Whether a text is plain. Not inlined.</summary>
    public static bool IsPlainOfAnyLength<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        if (!IsSupported || text.Length < MinLength) return IsPlainScalar<TEscape>(text);

        ref ushort first = ref GetReference(text);
        nint last = text.Length - 8;
        Vector128<byte> notPlain = NotPlain<TEscape>(Pack(ref first, ref Unsafe.Add(ref first, last)));
        for (nint at = 8; at < last; at += 16)
        {
            notPlain |= NotPlain<TEscape>(Pack(ref Unsafe.Add(ref first, at), ref Unsafe.Add(ref first, Math.Min(at + 8, last))));
        }

        return notPlain == default;
    }

    /// <summary>Writes a plain text. Inlined for short texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Write(string text, byte* destination)
    {
        nuint length = (uint)text.Length;
        if (!Is256Supported || length - MinLength > MaxShortLength - MinLength)
        {
            WriteOfAnyLength(text, destination);
            return;
        }

        ref ushort first = ref GetReference(text);
        ref ushort end = ref Unsafe.Add(ref first, length);
        byte* next = destination + length;
        if (length >= 32)
        {
            Vector256<byte> left = Reorder(Pack256(ref first, ref Unsafe.Add(ref first, 16)));
            Vector256<byte> right = Reorder(Pack256(ref Unsafe.Subtract(ref end, 32), ref Unsafe.Subtract(ref end, 16)));
            left.Store(destination);
            right.Store(next - 32);
        }
        else if (length >= 16)
        {
            Vector256<byte> both = Reorder(Pack256(ref first, ref Unsafe.Subtract(ref end, 16)));
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

    /// <summary>Writes a plain text. Not inlined.</summary>
    public static unsafe void WriteOfAnyLength(string text, byte* destination)
    {
        if (!IsSupported || text.Length < BlockLength)
        {
            for (int at = 0; at < text.Length; at++) destination[at] = (byte)text[at];
            return;
        }

        ref ushort first = ref GetReference(text);
        nint last = text.Length - BlockLength;
        for (nint at = 0; at < last; at += BlockLength) Load(ref Unsafe.Add(ref first, at)).Store(destination + at);
        Load(ref Unsafe.Add(ref first, last)).Store(destination + last);
    }

    /// <summary>Writes a text that is already encoded. Inlined for short texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Write(byte[] bytes, byte* destination)
    {
        nuint length = (uint)bytes.Length;
        if (!Vector256.IsHardwareAccelerated || length - MinLength > MaxShortLength - MinLength)
        {
            WriteOfAnyLength(bytes, destination);
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

    /// <summary>Writes bytes. Not inlined.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void WriteOfAnyLength(ReadOnlySpan<byte> bytes, byte* destination) => bytes.CopyTo(new Span<byte>(destination, bytes.Length));

    /// <summary>A mask of the bytes that are escaped or are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Escaped<TEscape>(Vector128<byte> block)
        where TEscape : IUtf8Escape
    {
        Vector128<byte> escaped = Vector128.Equals(Shuffle(TEscape.Escaped, block), block);
        return TEscape.AlsoEscaped == 0 ? escaped : escaped | Vector128.Equals(block, Vector128.Create(TEscape.AlsoEscaped));
    }

    /// <summary>Narrows twice 8 characters to bytes. Characters above U+00FF become 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector128<ushort> left, Vector128<ushort> right)
    {
        left = Vector128.Min(left, Vector128.Create((ushort)255));
        right = Vector128.Min(right, Vector128.Create((ushort)255));
        return Sse2.IsSupported ? Sse2.PackUnsignedSaturate(left.AsInt16(), right.AsInt16()) : Vector128.Narrow(left, right);
    }

    /// <summary>The value at each index. Of an index below 128, only the low four bits are used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Shuffle(Vector128<byte> values, Vector128<byte> indexes) => Ssse3.IsSupported
        ? Ssse3.Shuffle(values, indexes)
        : AdvSimd.Arm64.VectorTableLookup(values, indexes & Vector128.Create((byte)0x0F));

    /// <summary>A mask of the bytes that are not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> NotPlain<TEscape>(Vector128<byte> block)
        where TEscape : IUtf8Escape =>
        // As signed bytes, control characters and non-ASCII bytes are less than the space.
        Escaped<TEscape>(block) | Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();

    /// <inheritdoc cref="NotPlain{TEscape}(Vector128{byte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> NotPlain<TEscape>(Vector256<byte> block)
        where TEscape : IUtf8Escape
    {
        Vector256<byte> notPlain = Vector256.Equals(Avx2.Shuffle(Vector256.Create(TEscape.Escaped, TEscape.Escaped), block), block)
            | Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte();
        return TEscape.AlsoEscaped == 0 ? notPlain : notPlain | Vector256.Equals(block, Vector256.Create(TEscape.AlsoEscaped));
    }

    /// <summary>Loads 16 characters and narrows them to bytes. Characters above U+00FF become 0 or 255, which are not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ref ushort text) => Pack(ref text, ref Unsafe.Add(ref text, 8));

    /// <summary>Loads twice 8 characters and narrows them to bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pack(ref ushort left, ref ushort right) => Sse2.IsSupported
        ? Sse2.PackUnsignedSaturate(Vector128.LoadUnsafe(ref left).AsInt16(), Vector128.LoadUnsafe(ref right).AsInt16())
        : AdvSimd.ExtractNarrowingSaturateUpper(AdvSimd.ExtractNarrowingSaturateLower(Vector128.LoadUnsafe(ref left)), Vector128.LoadUnsafe(ref right));

    /// <summary>Loads twice 16 characters and narrows them to bytes, whose order is that of <see cref="Avx2"/>'s pack instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Pack256(ref ushort left, ref ushort right) =>
        Avx2.PackUnsignedSaturate(Vector256.LoadUnsafe(ref left).AsInt16(), Vector256.LoadUnsafe(ref right).AsInt16());

    /// <summary>The result of <see cref="Pack256"/> in the order of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Reorder(Vector256<byte> packed) => Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();

    private static bool IsPlainScalar<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        // Control characters that take one byte are plain here only. The vectors exclude them, and the other sinks write them.
        foreach (char character in text)
        {
            if (character < ' ' || character >= TEscape.Lengths.Length || TEscape.Lengths[character] != 1) return false;
        }

        return true;
    }
}
