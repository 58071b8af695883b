using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>
/// What generated code writes a document to. First it reads every value, which the sink looks at; then it begins, where the sink has the
/// room; and then it writes. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Sink
{
    /// <summary>Looks at a text and gives it back.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    string? Read<TEscape>(string? value, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEscape : IUtf8Escape;

    /// <summary>Looks at a text that was encoded before, and gives it as the document has it.</summary>
    /// <inheritdoc cref="Read{TEscape}(string, string)"/>
    byte[]? Read<TEscape>(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEscape : IUtf8Escape;

    /// <summary>Looks at a number and gives it back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range; names the property.</exception>
    long Read(long value, long minimum, long maximum, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <summary>Counts bytes of a round of a list, besides its values.</summary>
    void Add(int bytes);

    /// <summary>Whether to write: there is room for all that was read, and for the rest of the document.</summary>
    /// <param name="bytes">The most bytes of the rest.</param>
    /// <param name="end">How many bytes the document ends with, whatever its values; not less than <see cref="Transcoding.MaxBehind"/> where it is left out.</param>
    bool Begin(int bytes, int end = Transcoding.MaxBehind);

    /// <summary>Writes bytes as they are.</summary>
    void Literal(ReadOnlySpan<byte> utf8);

    /// <summary>Writes a text that was read, behind bytes as they are.</summary>
    void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape;

    /// <summary>Writes a text that was encoded before, as it was read, behind bytes as they are.</summary>
    void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape;

    /// <summary>Writes a text that was encoded before, behind bytes as they are.</summary>
    void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape;

    /// <summary>Writes a number in decimal digits, behind bytes as they are.</summary>
    void Write(ReadOnlySpan<byte> before, long value);
}
