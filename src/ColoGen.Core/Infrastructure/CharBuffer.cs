using System.Text;

namespace ColoGen.Core.Infrastructure;

/// <summary>A growing text. Its memory is pooled for each thread, because it would be most of what a topology allocates.</summary>
internal sealed class CharBuffer
{
    /// <summary>More than the documents of most topologies take.</summary>
    private const int InitialLength = 32 * 1024;

    /// <summary>Longer memory is not pooled.</summary>
    private const int MaxPooledLength = 4 * InitialLength;

    [ThreadStatic]
    private static Stack<char[]>? s_pool;

    private char[] _text;

    public CharBuffer()
    {
        s_pool ??= new Stack<char[]>();
        _text = s_pool.Count > 0 ? s_pool.Pop() : new char[InitialLength];
    }

    public int Length { get; private set; }

    public void Add(string text)
    {
        Reserve(text.Length);
        text.CopyTo(0, _text, Length, text.Length);
        Length += text.Length;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    public void Add(char character)
    {
        Reserve(1);
        _text[Length++] = character;
    }

    /// <summary>Memory for characters at the end of the text; <see cref="Advance"/> makes them part of it.</summary>
    public Span<char> GetSpan(int count)
    {
        Reserve(count);
        return _text.AsSpan(Length, count);
    }

    /// <summary>Makes the first characters of the memory part of the text.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>A part of the text, until more is added.</summary>
    public ReadOnlySpan<char> Slice(int start, int count) => _text.AsSpan(start, count);

    /// <summary>What a part of the text takes as UTF-8.</summary>
    public int ByteCount(int start, int count) => Encoding.UTF8.GetByteCount(_text, start, count);

    public void Add(char character, int count)
    {
        Reserve(count);
        _text.AsSpan(Length, count).Fill(character);
        Length += count;
    }

    /// <summary>Moves the end of the text to an earlier place.</summary>
    public void InsertTail(int from, int to)
    {
        int count = Length - from;
        Reserve(count);
        Array.Copy(_text, from, _text, Length, count);
        Array.Copy(_text, to, _text, to + count, from - to);
        Array.Copy(_text, Length, _text, to, count);
    }

    /// <summary>The text, which the buffer then does not have any more.</summary>
    public string ToStringAndClear()
    {
        var text = new string(_text, 0, Length);
        Length = 0;
        return text;
    }

    /// <summary>Gives the memory back to the pool; nothing more can be added.</summary>
    public void Return()
    {
        if (_text.Length is >= InitialLength and <= MaxPooledLength) s_pool!.Push(_text);
        _text = [];
    }

    private void Reserve(int count)
    {
        if (Length + count > _text.Length) Array.Resize(ref _text, Math.Max(Length + count, 2 * _text.Length));
    }
}
