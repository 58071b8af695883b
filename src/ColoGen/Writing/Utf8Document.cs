using System.Buffers;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ColoGen.Writing;

/// <summary>Writes one document of a topology. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Utf8Document
{
    /// <summary>The most bytes that the document of this topology can take.</summary>
    /// <exception cref="ArgumentException">A value can't be carried by the document; names the property.</exception>
    public static int GetMaxByteCount<TTemplate>(TTemplate template)
        where TTemplate : struct, IUtf8Template
    {
        nint bytes = template.Write(default(PlainBound)).ByteCount;
        return bytes >= 0 ? checked((int)bytes) : GetByteCount(template);
    }

    /// <summary>Writes the document if the destination can hold it; otherwise leaves the destination as it is.</summary>
    /// <exception cref="ArgumentException">A value can't be carried by the document; names the property. Nothing was written.</exception>
    public static bool TryWrite<TTemplate>(TTemplate template, Span<byte> utf8Destination, out int bytesWritten)
        where TTemplate : struct, IUtf8Template
    {
        // What is not plain is below zero, and thus too much.
        if ((nuint)template.Write(default(PlainBound)).ByteCount > (nuint)utf8Destination.Length)
        {
            return TryWriteExactly(template, utf8Destination, out bytesWritten);
        }

        bytesWritten = WritePlain(template, utf8Destination);
        return true;
    }

    /// <summary>Writes the document in one piece.</summary>
    /// <exception cref="ArgumentException">A value can't be carried by the document; names the property. Nothing was written.</exception>
    public static void Write<TTemplate>(TTemplate template, IBufferWriter<byte> writer)
        where TTemplate : struct, IUtf8Template
    {
        ArgumentNullException.ThrowIfNull(writer);
        nint bytes = template.Write(default(PlainBound)).ByteCount;
        writer.Advance(bytes >= 0
            ? WritePlain(template, writer.GetSpan(checked((int)bytes)))
            : WriteCounted(template, writer.GetSpan(GetByteCount(template))));
    }

    /// <summary>Copies a document that is a constant if the destination can hold it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite(ReadOnlySpan<byte> document, Span<byte> utf8Destination, out int bytesWritten)
    {
        bool fits = document.TryCopyTo(utf8Destination);
        bytesWritten = fits ? document.Length : 0;
        return fits;
    }

    /// <summary>Copies a document that is a constant.</summary>
    public static void Write(ReadOnlySpan<byte> document, IBufferWriter<byte> writer) => BuffersExtensions.Write(writer, document);

    /// <summary>Refuses a layer that is null where it may not be.</summary>
    /// <exception cref="ArgumentException">The layer is null; names the property.</exception>
    public static void Require<T>(T layer, [CallerArgumentExpression(nameof(layer))] string property = "")
    {
        // A struct is boxed for the second question until the JIT has optimised it.
        if (!typeof(T).IsValueType && layer is null) ThrowMissing("layer", property);
    }

    /// <summary>Refuses a replica that is there already: a pair attaches it.</summary>
    /// <exception cref="ArgumentException">There is one; names the property.</exception>
    public static void RequireNone<T>(T replica, [CallerArgumentExpression(nameof(replica))] string property = "")
    {
        if (replica is not null) ThrowPresent(property);
    }

    /// <summary>Refuses a list of layers that is null, or was never made.</summary>
    /// <exception cref="ArgumentException">There is no list; names the property.</exception>
    public static void RequireList<T>(T list, [CallerArgumentExpression(nameof(list))] string property = "")
    {
        if (list is null) ThrowMissing("list", property);
    }

    /// <summary>Refuses an array that was never made.</summary>
    /// <exception cref="ArgumentException">There is no array; names the property.</exception>
    public static void RequireList<T>(ImmutableArray<T> list, [CallerArgumentExpression(nameof(list))] string property = "")
    {
        if (list.IsDefault) ThrowMissing("list", property);
    }

    /// <summary>Refuses a list of layers that is too short.</summary>
    /// <exception cref="ArgumentException">The list is too short; names the property.</exception>
    public static void RequireCount(int count, int minimum, string property)
    {
        if (count < minimum)
        {
            throw new ArgumentException($"'{property}' has {count} layers and needs at least {minimum}.", property);
        }
    }

    internal static ArrayBufferWriter<byte> ToBuffer(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return buffer;
    }

    internal static string ToText(Action<IBufferWriter<byte>> write) => Encoding.UTF8.GetString(ToBuffer(write).WrittenSpan);

    internal static void ToStream(Action<IBufferWriter<byte>> write, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ToBuffer(write).WrittenSpan);
    }

    internal static string[] ToArguments(Action<IBufferWriter<byte>> write) => ToText(write).Split('\0')[..^1];

    [DoesNotReturn]
    private static void ThrowMissing(string kind, string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentNullException(path, $"The {kind} '{path}' is null.");
    }

    private static void ThrowPresent(string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentException($"'{path}' must be null in a pair, which attaches the replica when the secondary is up.", path);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryWriteExactly<TTemplate>(TTemplate template, Span<byte> destination, out int bytesWritten)
        where TTemplate : struct, IUtf8Template
    {
        bool fits = template.Write(default(Utf8Count)).ByteCount <= destination.Length;
        bytesWritten = fits ? WriteCounted(template, destination) : 0;
        return fits;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int GetByteCount<TTemplate>(TTemplate template)
        where TTemplate : struct, IUtf8Template => checked((int)template.Write(default(Utf8Count)).ByteCount);

    private static unsafe int WritePlain<TTemplate>(TTemplate template, Span<byte> destination)
        where TTemplate : struct, IUtf8Template
    {
        fixed (byte* start = &MemoryMarshal.GetReference(destination))
        {
            return (int)(template.Write(new PlainWriter(start, destination.Length)).Next - start);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe int WriteCounted<TTemplate>(TTemplate template, Span<byte> destination)
        where TTemplate : struct, IUtf8Template
    {
        fixed (byte* start = &MemoryMarshal.GetReference(destination))
        {
            return (int)(template.Write(new Utf8Writer(start, destination.Length)).Next - start);
        }
    }
}
