using System.Text;

namespace ColoGen.Generators.Emission;

/// <summary>Writes lines of source at an indentation, always ended by \n.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _source = new();
    private int _level;

    public void Line(string line = "")
    {
        if (line.Length > 0) _source.Append(' ', _level * 4).Append(line);
        _source.Append('\n');
    }

    /// <summary>Text of several lines that stand as they are, without indentation.</summary>
    public void Raw(string text) => _source.Append(text);

    public void Open(string line)
    {
        Line(line);
        Line("{");
        _level++;
    }

    public void Close()
    {
        _level--;
        Line("}");
    }

    public override string ToString() => _source.ToString();
}
