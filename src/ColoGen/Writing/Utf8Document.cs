using System.Buffers;
using System.Collections.Immutable;
using System.ComponentModel;
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
        var bound = new Utf8Bound();
        template.Write(ref bound);
        return bound.ByteCount;
    }

    /// <summary>Writes the document if the destination can hold it; otherwise leaves the destination as it is.</summary>
    /// <exception cref="ArgumentException">A value can't be carried by the document; names the property. Nothing was written.</exception>
    public static bool TryWrite<TTemplate>(TTemplate template, Span<byte> utf8Destination, out int bytesWritten)
        where TTemplate : struct, IUtf8Template
    {
        bytesWritten = 0;
        if (GetMaxByteCount(template) > utf8Destination.Length)
        {
            var count = new Utf8Count();
            template.Write(ref count);
            if (count.ByteCount > utf8Destination.Length) return false;
        }

        bytesWritten = Write(template, utf8Destination);
        return true;
    }

    /// <summary>Writes the document in one piece.</summary>
    /// <exception cref="ArgumentException">A value can't be carried by the document; names the property. Nothing was written.</exception>
    public static void Write<TTemplate>(TTemplate template, IBufferWriter<byte> writer)
        where TTemplate : struct, IUtf8Template
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> destination = writer.GetSpan(GetMaxByteCount(template));
        writer.Advance(Write(template, destination));
    }

    /// <summary>Copies a document that is a constant if the destination can hold it.</summary>
    public static bool TryWrite(ReadOnlySpan<byte> document, Span<byte> utf8Destination, out int bytesWritten)
    {
        bool fits = document.TryCopyTo(utf8Destination);
        bytesWritten = fits ? document.Length : 0;
        return fits;
    }

    /// <summary>Refuses a layer that is null where it may not be.</summary>
    /// <exception cref="ArgumentException">The layer is null; names the property.</exception>
    public static void Require<T>(T layer, string property)
    {
        // A struct is boxed for the second question until the JIT has optimised it.
        if (!typeof(T).IsValueType && layer is null) throw new ArgumentNullException(property, $"The layer '{property}' is null.");
    }

    /// <summary>Refuses a replica that is there already: a pair attaches it.</summary>
    /// <exception cref="ArgumentException">There is one; names the property.</exception>
    public static void RequireNone<T>(T replica, string property)
    {
        if (replica is not null) throw new ArgumentException($"'{property}' must be null in a pair, which attaches the replica when the secondary is up.", property);
    }

    /// <summary>Refuses a list of layers that is null, or was never made.</summary>
    /// <exception cref="ArgumentException">There is no list; names the property.</exception>
    public static void RequireList<T>(T list, string property)
    {
        if (list is null) throw new ArgumentNullException(property, $"The list '{property}' is null.");
    }

    /// <summary>Refuses an array that was never made.</summary>
    /// <exception cref="ArgumentException">There is no array; names the property.</exception>
    public static void RequireList<T>(ImmutableArray<T> list, string property)
    {
        if (list.IsDefault) throw new ArgumentNullException(property, $"The list '{property}' is null.");
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

    private static unsafe int Write<TTemplate>(TTemplate template, Span<byte> destination)
        where TTemplate : struct, IUtf8Template
    {
        fixed (byte* start = destination)
        {
            var writer = new Utf8Writer(start, destination.Length);
            template.Write(ref writer);
            return writer.ByteCount;
        }
    }
}
