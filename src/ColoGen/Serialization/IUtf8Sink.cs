using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ColoGen.Serialization;

/// <summary>
/// The destination that generated code writes a document to. Generated code first passes every value to <c>Read</c>, then calls
/// <see cref="Fits"/>, and writes if that returns <see langword="true"/>. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Sink
{
    /// <summary>Checks and measures a text.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">
    /// The text is null or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    string? Read<TEscape>(string? value, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEscape : IUtf8Escape;

    /// <summary>Checks and measures a text for which there are rules.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">
    /// The text is null, breaks a rule or has a character that the document cannot represent. The parameter name is the property's path.
    /// </exception>
    string? Read<TEscape, TCheck>(string? value, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck;

    /// <summary>Checks and measures a text that is already encoded.</summary>
    /// <returns>The text as UTF-8 with the document's escapes.</returns>
    /// <inheritdoc cref="Read{TEscape}(string, string)"/>
    byte[]? Read<TEscape>(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEscape : IUtf8Escape;

    /// <summary>Checks and measures a text that is already encoded, and for which there are rules.</summary>
    /// <returns>The text as UTF-8 with the document's escapes.</returns>
    /// <inheritdoc cref="Read{TEscape, TCheck}(string, string)"/>
    byte[]? Read<TEscape, TCheck>(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEscape : IUtf8Escape
        where TCheck : ITextCheck;

    /// <summary>Checks and measures a number.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range. The parameter name is the property's path.</exception>
    long Read(long value, long minimum, long maximum, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <summary>Adds the bytes of one item of a list, without its values, to the size of the document.</summary>
    void Add(int bytes);

    /// <summary>Ends the reading of values, and checks whether the document fits into the destination.</summary>
    /// <param name="bytes">The maximum number of bytes of the document without the values that were read and the items that were added.</param>
    /// <param name="end">The number of constant bytes at the end of the document; all numbers from the default on are equal.</param>
    /// <returns><see langword="true"/> to write the document; <see langword="false"/> if the sink only measures, or the destination is too small.</returns>
    bool Fits(int bytes, int end = Utf16ToUtf8.MaxOverrun);

    /// <summary>Writes constant bytes.</summary>
    void Write(ReadOnlySpan<byte> utf8);

    /// <summary>Writes constant bytes, then a text that was read.</summary>
    void Write<TEscape>(ReadOnlySpan<byte> before, string? value)
        where TEscape : IUtf8Escape;

    /// <summary>Writes constant bytes, then the result of reading an encoded text.</summary>
    void Write<TEscape>(ReadOnlySpan<byte> before, byte[]? value)
        where TEscape : IUtf8Escape;

    /// <summary>Writes constant bytes, then a text that is already encoded.</summary>
    void Write<TEscape>(ReadOnlySpan<byte> before, Utf8 value)
        where TEscape : IUtf8Escape;

    /// <summary>Writes constant bytes, then a number in decimal digits.</summary>
    void Write(ReadOnlySpan<byte> before, long value);
}
