using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>
/// The statements that write a document without lists to a sink. First they read every value into a variable, once and for all, then ask whether to begin, and
/// then write.
/// </summary>
internal sealed class DocumentEmitter
{
    private readonly SourceWriter _source;
    private readonly Ways _ways;
    private readonly Statements _statements;
    private readonly Queue<string> _values = new();

    /// <summary>The variables for whether an optional layer is there, by its scope.</summary>
    private readonly Dictionary<int, string> _layers = [];

    private DocumentEmitter(SourceWriter source, Ways ways)
    {
        _source = source;
        _ways = ways;
        _statements = new Statements(source, ways);
    }

    public static void Emit(SourceWriter source, Ways ways, Piece[] pieces)
    {
        var emitter = new DocumentEmitter(source, ways);
        emitter.Read(pieces);
        emitter._statements.Begin(pieces);
        emitter.Write(pieces);
    }

    private void Read(Piece[] pieces)
    {
        foreach (Piece piece in pieces) Read(piece);
    }

    private void Read(Piece piece)
    {
        switch (piece)
        {
            case Hole hole:
                Declare(hole);
                break;
            case WhenValue condition:
                Declare(condition);
                break;
            case When condition:
                DeclareLayer(condition.Tested, condition.Scope);
                Read(condition.Then);
                Read(condition.Else);
                break;
            case IndexHole hole:
                DeclareLayers(hole.Index);
                break;
            case WhenPositive positive:
                DeclareLayers(positive.Index);
                break;
        }
    }

    /// <summary>A variable for a value; below an optional layer that is not there it is something else, which is not written.</summary>
    private void Declare(Hole hole)
    {
        Access access = hole.Access;
        if (access.Scope == Access.Topology)
        {
            string expression = _ways.Of(access);
            Declare(Statements.TypeOf(hole));
            _statements.AddRead(hole, expression, _ways.IsTold(access));
            _source.End(";");
            return;
        }

        // What has the value is there with the layer.
        string owner = _ways.OfNullable(access.Containing);
        string found = _ways.NewName("value");
        Declare(Statements.TypeOf(hole)).Add(owner).Add(" is { } ").Add(found).Add(" ? ");
        _statements.AddRead(hole, found + "." + CSharpIdentifier.Of(access.Names[^1]));
        _source.End(hole is NumberHole ? " : 0;" : " : null;");
    }

    /// <summary>A variable for a value that may be null.</summary>
    private void Declare(WhenValue condition)
    {
        string nullable = _ways.OfNullable(condition.Hole.Access);
        Declare(condition.Hole is NumberHole ? "long?" : Statements.TypeOf(condition.Hole));
        _statements.AddReadNullable(condition.Hole, nullable);
        _source.End(";");
    }

    private SourceWriter Declare(string type)
    {
        string value = _ways.NewName("value");
        _values.Enqueue(value);
        return _source.Indent().Add(type).Add(" ").Add(value).Add(" = ");
    }

    /// <summary>A variable for whether an optional layer is there, with those above it.</summary>
    private void DeclareLayer(Access tested, int scope)
    {
        if (_layers.ContainsKey(scope)) return;
        string layer = _ways.NameNullable(tested, scope);
        string isThere = _ways.NewName("isThere");
        _source.Line("bool ", isThere, " = ", layer, " is not null;");
        _layers.Add(scope, isThere);
    }

    /// <summary>Variables for the layers that a number depends on.</summary>
    private void DeclareLayers(IndexExpression index)
    {
        foreach (IndexTerm term in index.Terms)
        {
            if (term is not PresenceTerm presence) continue;
            DeclareLayer(presence.Optional, presence.Scope);
            DeclareLayers(presence.Then);
        }
    }

    /// <param name="ofHole">The variable of the one hole, where there is one; otherwise each has its own.</param>
    private void Write(Piece[] pieces, string? ofHole = null)
    {
        Literal? before = null;
        foreach (Piece piece in pieces)
        {
            Literal? literal = before;
            before = piece as Literal;
            switch (piece)
            {
                case Hole hole:
                    _statements.Write(literal, hole, ofHole ?? _values.Dequeue());
                    continue;
                case IndexHole hole:
                    _statements.WriteNumber(literal, Expression(hole.Index));
                    continue;
            }

            if (literal is not null) _statements.WriteLiteral(literal);
            switch (piece)
            {
                case WhenValue condition:
                    Write(condition);
                    break;
                case When condition:
                    WriteEither(_layers[condition.Scope], "!" + _layers[condition.Scope], condition.Then, condition.Else);
                    break;
                case WhenPositive positive:
                    _ways.Block($"if ({Expression(positive.Index)} > 0)", () => Write(positive.Then));
                    break;
            }
        }

        if (before is not null) _statements.WriteLiteral(before);
    }

    private void Write(WhenValue condition)
    {
        string value = _values.Dequeue();
        string found = condition.Hole is NumberHole ? _ways.NewName("value") : value;
        WriteEither(found == value ? $"{value} is not null" : $"{value} is {{ }} {found}", $"{value} is null", condition.Then, condition.Else, found);
    }

    private void WriteEither(string isThere, string isNotThere, Piece[] then, Piece[] otherwise, string? ofHole = null)
    {
        if (then.Length > 0) _ways.Block($"if ({isThere})", () => Write(then, ofHole));
        if (otherwise.Length > 0) _ways.Block(then.Length > 0 ? "else" : $"if ({isNotThere})", () => Write(otherwise));
    }

    private string Expression(IndexExpression index)
    {
        string expression = Statements.Number(index.Constant);
        foreach (IndexTerm term in index.Terms)
        {
            if (term is PresenceTerm presence) expression += $" + ({_layers[presence.Scope]} ? {Expression(presence.Then)} : 0)";
        }

        return expression;
    }
}
