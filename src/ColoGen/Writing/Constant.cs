using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ColoGen.Writing;

/// <summary>Copies bytes whose number the JIT knows.</summary>
internal static class Constant
{
    /// <summary>How much the JIT copies by instructions of a fixed length, which is some nanoseconds less than a call.</summary>
    private static int Block
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated ? 256 : Vector256.IsHardwareAccelerated ? 128 : 64;
    }

    /// <summary>Copies a constant to where there is room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ReadOnlySpan<byte> constant, ref byte destination)
    {
        ref byte source = ref MemoryMarshal.GetReference(constant);
        uint length = (uint)constant.Length;
        uint block = (uint)Block;
        if (length == 0) return;
        if (length > 4 * block)
        {
            constant.CopyTo(MemoryMarshal.CreateSpan(ref destination, constant.Length));
            return;
        }

        // Conditions on constants: what is left of this is one copy, or up to four.
        if (length > block) Unsafe.CopyBlockUnaligned(ref destination, ref source, block);
        if (length > 2 * block) Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref destination, block), ref Unsafe.Add(ref source, block), block);
        if (length > 3 * block) Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref destination, 2 * block), ref Unsafe.Add(ref source, 2 * block), block);
        uint last = (length - 1) / block * block;
        Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref destination, last), ref Unsafe.Add(ref source, last), length - last);
    }
}
