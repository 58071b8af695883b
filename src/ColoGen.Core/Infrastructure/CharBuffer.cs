using System.Text;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Infrastructure;

/// <summary>Characters one behind the other. They are kept for the next buffer of a thread: most of what a topology would allocate otherwise.</summary>
internal sealed class CharBuffer
{
    /// <summary>More than the documents of most topologies take.</summary>
    private const int UsualLength = 32 * 1024;

    /// <summary>What is longer is not kept.</summary>
    private const int MostKept = 4 * UsualLength;

    [ThreadStatic]
    private static Stack<char[]>? s_kept;

    private char[] _text;

    public CharBuffer()
    {
        s_kept ??= new Stack<char[]>();
        _text = s_kept.Count > 0 ? s_kept.Pop() : new char[UsualLength];
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

    /// <summary>Room for characters, to be filled next.</summary>
    public Span<char> Room(int count)
    {
        Reserve(count);
        return _text.AsSpan(Length, count);
    }

    /// <summary>Takes the first characters of the room.</summary>
    public void Fill(int count) => Length += count;

    /// <summary>A part of the text, until more is added.</summary>
    public ReadOnlySpan<char> Part(int start, int count) => _text.AsSpan(start, count);

    /// <summary>What a part of the text takes as UTF-8.</summary>
    public int ByteCount(int start, int count) => Encoding.UTF8.GetByteCount(_text, start, count);

    public void Add(char character, int count)
    {
        Reserve(count);
        _text.AsSpan(Length, count).Fill(character);
        Length += count;
    }

    /// <summary>Moves the text from here on to an earlier place.</summary>
    public void MoveUp(int from, int to)
    {
        int count = Length - from;
        Reserve(count);
        Array.Copy(_text, from, _text, Length, count);
        Array.Copy(_text, to, _text, to + count, from - to);
        Array.Copy(_text, Length, _text, to, count);
    }

    /// <summary>The text, which the buffer then does not have any more.</summary>
    public string Take()
    {
        var text = new string(_text, 0, Length);
        Length = 0;
        return text;
    }

    /// <summary>Gives the memory back; nothing more can be added.</summary>
    public void End()
    {
        if (_text.Length is >= UsualLength and <= MostKept) s_kept!.Push(_text);
        _text = [];
    }

    private void Reserve(int count)
    {
        if (Length + count > _text.Length) Array.Resize(ref _text, Math.Max(Length + count, 2 * _text.Length));
    }
}
