using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>What generated code writes a document to. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Sink
{
    /// <summary>Takes bytes as they are.</summary>
    void Literal(ReadOnlySpan<byte> utf8);

    /// <summary>Takes a text in an XML attribute or element.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    void Xml(string? value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <inheritdoc cref="Xml(string, string)"/>
    void Xml(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <summary>Takes a text in a JSON string.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    void Json(string? value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <inheritdoc cref="Json(string, string)"/>
    void Json(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <summary>Takes a text in a JSON string inside an XML attribute between apostrophes.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    void JsonInXml(string? value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <inheritdoc cref="JsonInXml(string, string)"/>
    void JsonInXml(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <summary>Takes a text in an option among others with commas between them.</summary>
    /// <exception cref="ArgumentException">The text is null or has a character that the document can't carry; names the property.</exception>
    void Option(string? value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <inheritdoc cref="Option(string, string)"/>
    void Option(Utf8 value, [CallerArgumentExpression(nameof(value))] string property = "");

    /// <summary>Takes a number in decimal digits.</summary>
    void Number(long value);

    /// <summary>Takes a number in decimal digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range; names the property.</exception>
    void Number(long value, long minimum, long maximum, [CallerArgumentExpression(nameof(value))] string property = "");
}
