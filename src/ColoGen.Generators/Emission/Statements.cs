using System.Globalization;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>What generated code says to a sink.</summary>
internal sealed class Statements(SourceWriter source, Ways ways)
{
    /// <summary>A sink takes the end of a document for as long as this, or longer, if it is told nothing.</summary>
    private const int LongEnd = 24;

    /// <summary>Adds a value as the sink reads it.</summary>
    /// <param name="value">The property, which is not null.</param>
    /// <param name="isTold">Whether the property tells its path.</param>
    public void AddRead(Hole hole, string value, bool isTold = false) =>
        AddReadFound(hole, hole is TextHole { Words: { } words } ? Word(words, value, hole.Access) : value, isTold && hole is not TextHole { Words: not null });

    /// <summary>Adds a value that may be null as the sink reads it, and null where it is.</summary>
    /// <param name="value">The property.</param>
    public void AddReadNullable(Hole hole, string value)
    {
        string there = There(hole, value, out string found);
        source.Add(there).Add(" ? ");
        AddReadFound(hole, found);
        source.Add(" : null");
    }

    /// <summary>Adds a property, or the word for it, that was found to be there, as the sink reads it.</summary>
    public void AddReadFound(Hole hole, string found, bool isTold = false)
    {
        if (hole is TextHole text) AddCall(text.Escape, "sink.Read<");
        else source.Add("sink.Read(");
        source.Add(found);
        if (hole is NumberHole number) source.Add(", ").Add(number.Minimum).Add(", ").Add(number.Maximum);
        if (!isTold) source.Add(", ").Add(ways.Path(hole.Access));
        source.Add(")");
    }

    /// <summary>The condition that a property, or the word for it, is there.</summary>
    public string There(Hole hole, string value, out string found)
    {
        found = ways.NewName("value");
        return hole is TextHole { Words: { } words } ? $"({Word(words, value, hole.Access)}) is {{ }} {found}" : $"{value} is {{ }} {found}";
    }

    /// <summary>The type of what the sink reads.</summary>
    /// <remarks>Nothing is declared by <c>var</c> where that can be helped: a user's type may have that name.</remarks>
    public static string TypeOf(Hole hole) => hole switch
    {
        TextHole { IsEncoded: true } => "byte[]?",
        TextHole => "string?",
        _ => "long",
    };

    /// <summary>Begins, where there is room for what was read and for the pieces themselves.</summary>
    public void Begin(Piece[] pieces)
    {
        int end = PieceSize.OfEnd(pieces);
        source.Indent().Add("if (!sink.Begin(").Add(PieceSize.Of(pieces));
        if (end < LongEnd) source.Add(", ").Add(end);
        source.End(")) return sink;");
    }

    public void WriteLiteral(Literal literal) => source.Indent().Add("sink.Literal(").AddUtf8(literal.Text, ");\n");

    /// <summary>Writes a value with what stands before it.</summary>
    public void Write(Literal? before, Hole hole, string value)
    {
        source.Indent();
        if (hole is TextHole text) AddCall(text.Escape, "sink.Write<");
        else source.Add("sink.Write(");
        End(before, value);
    }

    public void WriteNumber(Literal? before, string value)
    {
        source.Indent().Add("sink.Write(");
        End(before, value);
    }

    /// <summary>The word for a value, which may be null where there is none.</summary>
    public string Word(Words words, string value, Access access)
    {
        IEnumerable<string> arms = words.Cases.Select(item =>
            $"{(words.EnumType.Length == 0 ? item.Member : $"{words.EnumType}.{item.Member}")} => {(item.Text is { } word ? Utf8Literal.Quoted(word) : "null")}");
        if (words.IsNullable) arms = arms.Prepend("null => null");
        if (words.EnumType.Length > 0) arms = arms.Append($"_ => throw new global::System.ArgumentOutOfRangeException({ways.Path(access)})");
        return $"{value} switch {{ {string.Join(", ", arms)} }}";
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void AddCall(Escape escape, string method) => source.Add(method).Add(source.Use(Names.Of(escape))).Add(">(");

    private void End(Literal? before, string value)
    {
        if (before is null) source.Add("default, ");
        else source.AddUtf8(before.Text, ", ");
        source.Add(value).End(");");
    }
}
