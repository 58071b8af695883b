using System.Buffers;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ColoGen.Serialization;

/// <summary>Writes the documents of topologies and the command lists of pairs. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Utf8Document
{
    /// <summary>The maximum number of bytes of a document for the current values.</summary>
    /// <exception cref="ArgumentException">The document cannot represent a value. The parameter name is the property's path.</exception>
    /// <exception cref="OverflowException">The document can be longer than 2,147,483,647 bytes.</exception>
    public static unsafe int MaxByteCount<TTemplate, TDocument>(TTemplate template)
        where TTemplate : struct, DocumentKind.ITemplate<TDocument>
        where TDocument : struct
    {
        long bytes = TTemplate.HasLists || TTemplate.IsLong
            ? template.Write(new ListSink<TTemplate, TDocument>(null, 0)).ByteCount
            : PlainSink.MaxByteCountOf(template.Write(new PlainSink(null, 0)).BytesWrittenSince(null), 0);
        return checked((int)(bytes >= 0 ? bytes : template.Write(new EscapingSink(null, 0, isKnown: false)).ByteCount));
    }

    /// <summary>Writes a document into a span. Does not modify the span if it is too small.</summary>
    /// <exception cref="ArgumentException">The document cannot represent a value. The parameter name is the property's path. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    public static bool TryWrite<TTemplate, TDocument>(TTemplate template, Span<byte> utf8Destination, out int bytesWritten)
        where TTemplate : struct, DocumentKind.ITemplate<TDocument>
        where TDocument : struct =>
        TryWritePlain<TTemplate, TDocument>(template, utf8Destination, out bytesWritten, out long bytes)
        || TryWriteEscaped<TTemplate, TDocument>(template, utf8Destination, bytes, out bytesWritten);

    /// <summary>Writes a document to a buffer writer, with one call of <see cref="IBufferWriter{T}.Advance"/>.</summary>
    /// <exception cref="ArgumentException">The document cannot represent a value. The parameter name is the property's path. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">Another thread changed a value while the document was written.</exception>
    public static void Write<TTemplate, TDocument>(TTemplate template, IBufferWriter<byte> writer)
        where TTemplate : struct, DocumentKind.ITemplate<TDocument>
        where TDocument : struct
    {
        ArgumentNullException.ThrowIfNull(writer);

        // Tries the memory that the writer has. Its required length is known only after all values were read.
        if (!TryWritePlain<TTemplate, TDocument>(template, writer.GetSpan(), out int bytesWritten, out _)
            && !TryWrite<TTemplate, TDocument>(template, writer.GetSpan(MaxByteCount<TTemplate, TDocument>(template)), out bytesWritten))
        {
            EscapingSink.ThrowValueChanged();
        }

        writer.Advance(bytesWritten);
    }

    /// <summary>Copies a constant document into a span. Does not modify the span if it is too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite(ReadOnlySpan<byte> document, Span<byte> utf8Destination, out int bytesWritten)
    {
        if (document.Length > utf8Destination.Length)
        {
            bytesWritten = 0;
            return false;
        }

        ConstantBytes.Copy(document, ref MemoryMarshal.GetReference(utf8Destination));
        bytesWritten = document.Length;
        return true;
    }

    /// <summary>Copies a constant document to a buffer writer.</summary>
    public static void Write(ReadOnlySpan<byte> document, IBufferWriter<byte> writer) => BuffersExtensions.Write(writer, document);

    /// <summary>Throws if a required layer is null.</summary>
    /// <exception cref="ArgumentNullException">The layer is null. The parameter name is the property's path.</exception>
    public static void Require<T>(T layer, [CallerArgumentExpression(nameof(layer))] string property = "")
    {
        // Without the first condition, unoptimized code would box a struct.
        if (!typeof(T).IsValueType && layer is null) ThrowMissing("layer", property);
    }

    /// <summary>Throws if a pair's primary already has a replica: the pair's commands attach it.</summary>
    /// <exception cref="ArgumentException">The replica is not null. The parameter name is the property's path.</exception>
    public static void RequireNone<T>(T replica, [CallerArgumentExpression(nameof(replica))] string property = "")
    {
        if (replica is not null) ThrowPresent(property);
    }

    /// <summary>Throws if a list of layers is null.</summary>
    /// <exception cref="ArgumentNullException">The list is null. The parameter name is the property's path.</exception>
    public static void RequireList<T>(T list, [CallerArgumentExpression(nameof(list))] string property = "")
    {
        if (list is null) ThrowMissing("list", property);
    }

    /// <summary>Throws if an array of layers is <see langword="default"/>.</summary>
    /// <exception cref="ArgumentNullException">The array is <see langword="default"/>. The parameter name is the property's path.</exception>
    public static void RequireList<T>(ImmutableArray<T> list, [CallerArgumentExpression(nameof(list))] string property = "")
    {
        if (list.IsDefault) ThrowMissing("list", property);
    }

    /// <summary>Throws if a list has too few layers.</summary>
    /// <exception cref="ArgumentException">The list has too few layers. The parameter name is the property's path.</exception>
    public static void RequireCount(int count, int minimum, string property)
    {
        if (count < minimum)
        {
            throw new ArgumentException($"'{property}' has {count} layers and needs at least {minimum}.", property);
        }
    }

    /// <summary>Throws if a quorum has fewer children than votes it needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not 1 to the number of children. The parameter name is the property's path.</exception>
    public static void RequireVotes(long threshold, long children, string property)
    {
        if (threshold < 1 || threshold > children) ThrowVotes(threshold, children, property);
    }

    /// <summary>Throws if two disks have one boot order.</summary>
    /// <exception cref="ArgumentException">The orders are equal. The parameter name is the property's path.</exception>
    public static void RequireOtherOrder(long? order, long? other, string property)
    {
        if (order is { } value && other == value) ThrowSameOrder(value, property);
    }

    /// <summary>Writes a document, and checks the values by all rules.</summary>
    internal static ArrayBufferWriter<byte> ToBuffer(IValidatable declaration, Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        declaration.ThrowIfInvalidForAll();
        return buffer;
    }

    internal static string ToText(IValidatable declaration, Action<IBufferWriter<byte>> write) =>
        Encoding.UTF8.GetString(ToBuffer(declaration, write).WrittenSpan);

    internal static void ToStream(IValidatable declaration, Action<IBufferWriter<byte>> write, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ToBuffer(declaration, write).WrittenSpan);
    }

    internal static Task ToStreamAsync(
        IValidatable declaration, Action<IBufferWriter<byte>> write, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WriteAsync(ToBuffer(declaration, write).WrittenMemory, cancellationToken).AsTask();
    }

    internal static ValueTask<FlushResult> ToPipeAsync(
        IValidatable declaration, Action<IBufferWriter<byte>> write, PipeWriter writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.WriteAsync(ToBuffer(declaration, write).WrittenMemory, cancellationToken);
    }

    internal static string[] ToArguments(IValidatable declaration, Action<IBufferWriter<byte>> write) => ToText(declaration, write).Split('\0')[..^1];

    [DoesNotReturn]
    private static void ThrowMissing(string kind, string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentNullException(path, $"The {kind} '{path}' is null.");
    }

    [DoesNotReturn]
    private static void ThrowVotes(long threshold, long children, string property) => throw new ArgumentOutOfRangeException(
        property, threshold, $"'{property}': COLO0401: it must be 1 to the number of children that are present ({children}).");

    [DoesNotReturn]
    private static void ThrowSameOrder(long order, string property) =>
        throw new ArgumentException($"'{property}': COLO0308: another disk has the boot order {order}: give it another.", property);

    private static void ThrowPresent(string property)
    {
        string path = PropertyPath.Of(property);
        throw new ArgumentException($"'{path}' must be null in a pair, which attaches the replica when the secondary is up.", path);
    }

    /// <param name="template">The document.</param>
    /// <param name="destination">The memory to write to. Written to if all texts are plain and the document fits.</param>
    /// <param name="bytesWritten">The number of bytes written.</param>
    /// <param name="bytes">The maximum number of bytes of the document if it was not written; negative if it is not known.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe bool TryWritePlain<TTemplate, TDocument>(TTemplate template, Span<byte> destination, out int bytesWritten, out long bytes)
        where TTemplate : struct, DocumentKind.ITemplate<TDocument>
        where TDocument : struct
    {
        fixed (byte* start = &MemoryMarshal.GetReference(destination))
        {
            if (TTemplate.HasLists || TTemplate.IsLong)
            {
                ListSink<TTemplate, TDocument> sink = template.Write(new ListSink<TTemplate, TDocument>(start, destination.Length));
                bytesWritten = (int)(sink.Next - start);
                bytes = sink.ByteCount;
                return (ulong)bytes <= (ulong)destination.Length;
            }

            long written = template.Write(new PlainSink(start, destination.Length)).BytesWrittenSince(start);
            bytesWritten = (int)written;
            bytes = 0;
            if (written >= 0) return true;
            bytes = PlainSink.MaxByteCountOf(written, destination.Length);
            return false;
        }
    }

    /// <summary>Writes a document that has texts of any characters, or that may not fit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe bool TryWriteEscaped<TTemplate, TDocument>(TTemplate template, Span<byte> destination, long bytes, out int bytesWritten)
        where TTemplate : struct, DocumentKind.ITemplate<TDocument>
        where TDocument : struct
    {
        fixed (byte* start = &MemoryMarshal.GetReference(destination))
        {
            if (bytes < 0) bytes = template.Write(new EscapingSink(null, 0, isKnown: false)).ByteCount;
            bool fits = bytes <= destination.Length || template.Write(default(CountSink)).ByteCount <= destination.Length;
            bytesWritten = fits ? (int)(template.Write(new EscapingSink(start, destination.Length, isKnown: true)).Next - start) : 0;
            return fits;
        }
    }
}
