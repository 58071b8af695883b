using System.Runtime.CompilerServices;

namespace ColoGen.Writing;

/// <summary>Checks every value and adds up the most bytes that the document can take.</summary>
internal struct Utf8Bound : IUtf8Sink
{
    /// <summary>The longest number, <see cref="long.MinValue"/>, has 20 characters.</summary>
    private const int MaxNumberBytes = 20;

    private long _bytes;

    public readonly int ByteCount => checked((int)_bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Literal(ReadOnlySpan<byte> utf8) => _bytes += utf8.Length;

    public void Xml(string? value, string property) => Text<XmlEscape>(value, property);

    public void Json(string? value, string property) => Text<JsonEscape>(value, property);

    public void JsonInXml(string? value, string property) => Text<JsonInXmlEscape>(value, property);

    public void Option(string? value, string property) => Text<OptionEscape>(value, property);

    private void Text<TEscape>(string? value, string property)
        where TEscape : IUtf8Escape
    {
        if (value is null) throw new ArgumentNullException(PropertyPath.Of(property), $"'{PropertyPath.Of(property)}' is null.");
        TEscape.Validate(value, property);
        _bytes += (long)value.Length * TEscape.MaxBytesPerChar;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(long value) => _bytes += MaxNumberBytes;

    public void Number(long value, long minimum, long maximum, string property)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentOutOfRangeException(PropertyPath.Of(property), value, $"'{PropertyPath.Of(property)}' must be {minimum} to {maximum}.");
        }

        Number(value);
    }
}
