using System.Text;

namespace ColoGen.Generators.Emission;

/// <summary>Writes lines of source at an indentation, always ended by \n. A tab a level: every compiler reads them all.</summary>
internal sealed class SourceWriter
{
    /// <summary>Lines deeper than this stand at one indentation, so that blocks in blocks in blocks do not fill a file with tabs.</summary>
    private const int MaxLevel = 12;

    private readonly StringBuilder _source = new();
    private int _level;

    /// <summary>The place of the next line.</summary>
    public int Position => _source.Length;

    public void Line(string line = "")
    {
        if (line.Length > 0) _source.Append('\t', Indentation).Append(line);
        _source.Append('\n');
    }

    /// <summary>Lines at an earlier place, at the indentation of now.</summary>
    public void Insert(int position, IEnumerable<string> lines) =>
        _source.Insert(position, string.Concat(lines.Select(line => $"{new string('\t', Indentation)}{line}\n")));

    public void Open(string line)
    {
        Line(line);
        Line("{");
        _level++;
    }

    public void Close(string end = "")
    {
        _level--;
        Line("}" + end);
    }

    public override string ToString() => _source.ToString();

    private int Indentation => Math.Min(_level, MaxLevel);
}
