using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>What generated code writes a document to. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Sink
{
    /// <summary>Takes bytes as they are.</summary>
    void Literal(ReadOnlySpan<byte> utf8);

    /// <summary>Takes a text in the escaping of its document.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    void Text<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape;

    /// <summary>Takes a number in decimal digits.</summary>
    void Number(long value);

    /// <summary>Takes a number in decimal digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range; names the property.</exception>
    void Number(long value, long minimum, long maximum, string property);
}
