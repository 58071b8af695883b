using System.Text;
using ColoGen.Writing;

namespace ColoGen;

/// <summary>
/// A text that is encoded once and written often: the type of a setting's property instead of <see cref="string"/> where the same image, host or
/// export is in many documents. It has its bytes as each kind of document wants them.
/// </summary>
public readonly struct Utf8 : IEquatable<Utf8>
{
    /// <summary>Encodes a text.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair, for which there is no UTF-8.</exception>
    public Utf8(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            Forms = new Utf8Forms(Utf8Forms.Encoding.GetBytes(text), text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("Half of a surrogate pair has no UTF-8.", nameof(text), exception);
        }
    }

    /// <summary>Takes a copy of a text that is encoded already.</summary>
    /// <exception cref="ArgumentException">The bytes are no UTF-8.</exception>
    public Utf8(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Forms = new Utf8Forms(utf8.ToArray(), Utf8Forms.Encoding.GetString(utf8));
        }
        catch (DecoderFallbackException exception)
        {
            throw new ArgumentException("The bytes are no UTF-8.", nameof(utf8), exception);
        }
    }

    /// <summary>The bytes of the text, without any escaping.</summary>
    public ReadOnlySpan<byte> Bytes => Forms?.Plain;

    /// <summary>Null for a value that was never given a text; a document refuses it as it refuses <see langword="null"/>.</summary>
    internal Utf8Forms? Forms { get; }

    /// <summary>Whether two texts are the same.</summary>
    public static bool operator ==(Utf8 left, Utf8 right) => left.Equals(right);

    /// <summary>Whether two texts differ.</summary>
    public static bool operator !=(Utf8 left, Utf8 right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Utf8 other) => Forms is null == other.Forms is null && Bytes.SequenceEqual(other.Bytes);

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
