using System.Globalization;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Generators.Emission;

/// <summary>Writes lines of source at an indentation, always ended by \n. A tab a level: every compiler reads them all.</summary>
internal sealed class SourceWriter
{
    /// <summary>Deeper lines are not indented further, so that nested blocks do not fill a file with tabs.</summary>
    private const int MaxLevel = 12;

    private readonly CharBuffer _source = new();
    private readonly List<string> _aliases = [];
    private int _level;

    /// <summary>The place of what is next.</summary>
    public int Position => _source.Length;

    /// <summary>The aliases that were used.</summary>
    public IReadOnlyCollection<string> Aliases => _aliases;

    /// <summary>An alias, which the file then declares.</summary>
    public string Use(string alias)
    {
        if (!_aliases.Contains(alias)) _aliases.Add(alias);
        return alias;
    }

    public SourceWriter Add(string text)
    {
        _source.Add(text);
        return this;
    }

    public SourceWriter Add(ReadOnlySpan<char> text)
    {
        _source.Add(text);
        return this;
    }

    public SourceWriter Add(char character)
    {
        _source.Add(character);
        return this;
    }

    public SourceWriter Add(long number) => Add(number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="CharBuffer.GetSpan"/>
    public Span<char> GetSpan(int count) => _source.GetSpan(count);

    /// <inheritdoc cref="CharBuffer.Advance"/>
    public SourceWriter Advance(int count)
    {
        _source.Advance(count);
        return this;
    }

    /// <summary>Begins a line.</summary>
    public SourceWriter Indent()
    {
        _source.Add('\t', Math.Min(_level, MaxLevel));
        return this;
    }

    /// <summary>Ends a line.</summary>
    public void End(string text = "")
    {
        _source.Add(text);
        _source.Add('\n');
    }

    public void Line(string line = "")
    {
        if (line.Length > 0) Indent();
        End(line);
    }

    public void Line(string first, string second) => Indent().Add(first).End(second);

    public void Line(string first, string second, string third, string fourth = "", string fifth = "") =>
        Indent().Add(first).Add(second).Add(third).Add(fourth).End(fifth);

    /// <summary>Lines at an earlier place, at the indentation of now.</summary>
    public void Insert(int position, IEnumerable<string> lines)
    {
        int end = Position;
        foreach (string line in lines) Line(line);
        if (Position > end) _source.InsertTail(end, position);
    }

    public void Open(string line)
    {
        Line(line);
        Open();
    }

    public void Open()
    {
        Line("{");
        _level++;
    }

    public void Close(string end = "")
    {
        _level--;
        Indent().Add('}').End(end);
    }

    /// <summary>All that was written; nothing more can be.</summary>
    public string ToText()
    {
        string text = _source.ToStringAndClear();
        _source.Return();
        return text;
    }
}
