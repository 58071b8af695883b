using System.Text;
using ColoGen.Serialization;

namespace ColoGen;

/// <summary>
/// A text that is already encoded as UTF-8. Use it instead of <see cref="string"/> as the type of a setting's property if the same value is written often.
/// It keeps the bytes of the text for each kind of document, escapes included.
/// </summary>
public readonly struct Utf8 : IEquatable<Utf8>
{
    /// <summary>Encodes a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> has an unpaired surrogate, which UTF-8 cannot represent.</exception>
    public Utf8(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            Encoded = new EncodedText(EncodedText.Encoding.GetBytes(text), text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("Half of a surrogate pair has no UTF-8.", nameof(text), exception);
        }
    }

    /// <summary>Copies a text that is already encoded.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <exception cref="ArgumentException"><paramref name="utf8"/> is not valid UTF-8.</exception>
    public Utf8(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Encoded = new EncodedText(utf8.ToArray(), EncodedText.Encoding.GetString(utf8));
        }
        catch (DecoderFallbackException exception)
        {
            throw new ArgumentException("The bytes are no UTF-8.", nameof(utf8), exception);
        }
    }

    /// <summary>The text as UTF-8, without escapes. Empty for <see langword="default"/>.</summary>
    public ReadOnlySpan<byte> Bytes => Encoded?.Unescaped;

    /// <summary>Null for <see langword="default"/>, which documents reject in the same way as <see langword="null"/>.</summary>
    internal EncodedText? Encoded { get; }

    /// <summary>Whether two texts are equal.</summary>
    public static bool operator ==(Utf8 left, Utf8 right) => left.Equals(right);

    /// <summary>Whether two texts differ.</summary>
    public static bool operator !=(Utf8 left, Utf8 right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Utf8 other) => Encoded is null == other.Encoded is null && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Utf8 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>The text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
