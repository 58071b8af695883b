using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>
/// The statements that write a document with lists to a sink. There are no variables for values whose number is known only at run time: they are read once to
/// look at them, and again to write them.
/// </summary>
internal sealed class ListDocumentEmitter
{
    private readonly SourceWriter _source;
    private readonly Ways _ways;
    private readonly Statements _statements;
    private readonly Dictionary<int, string> _rounds = [];

    private ListDocumentEmitter(SourceWriter source, Ways ways)
    {
        _source = source;
        _ways = ways;
        _statements = new Statements(source, ways);
    }

    public static void Emit(SourceWriter source, Ways ways, Piece[] pieces)
    {
        var emitter = new ListDocumentEmitter(source, ways);
        emitter.Read(pieces);
        emitter._statements.Begin(pieces);
        emitter.Write(pieces);
    }

    /// <summary>Whether pieces are for this emitter.</summary>
    public static bool HasLists(Piece[] pieces) => Has(pieces, static piece => piece is Each);

    private static bool HasValues(Piece[] pieces) => Has(pieces, static piece => piece is Hole or WhenValue or Each);

    private static bool Has(Piece[] pieces, Func<Piece, bool> isSuch)
    {
        foreach (Piece piece in pieces)
        {
            if (isSuch(piece) || (piece is When condition && (Has(condition.Then, isSuch) || Has(condition.Else, isSuch)))) return true;
        }

        return false;
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
                string value = _ways.Of(hole.Access);
                _source.Indent();
                _statements.AddRead(hole, value, _ways.IsTold(hole.Access));
                _source.End(";");
                break;
            case WhenValue condition:
                _ways.Block($"if ({There(condition, out string found)})", () =>
                {
                    _source.Indent();
                    _statements.AddReadFound(condition.Hole, found);
                    _source.End(";");
                });
                break;
            case When condition when HasValues(condition.Then) || HasValues(condition.Else):
                _ways.When(condition.Tested, condition.Scope, () => Read(condition.Then));
                if (HasValues(condition.Else)) _ways.Block("else", () => Read(condition.Else));
                break;
            case Each each:
                _ways.Loop(each.List, each.Scope, each.CountMember, _ =>
                {
                    _source.Indent().Add("sink.Add(").Add(PieceSize.Of(each.Body)).End(");");
                    Read(each.Body);
                });
                break;
        }
    }

    /// <param name="ofHole">The variable of the one hole, where it has one; otherwise each is read again.</param>
    private void Write(Piece[] pieces, string? ofHole = null)
    {
        Literal? before = null;
        foreach (Piece piece in pieces)
        {
            Literal? literal = before;
            before = piece as Literal;
            switch (piece)
            {
                case TextHole { Words: { } words } hole when ofHole is null:
                    _statements.Write(literal, hole, _statements.Word(words, _ways.Of(hole.Access), hole.Access));
                    continue;
                case Hole hole:
                    _statements.Write(literal, hole, ofHole ?? _ways.Of(hole.Access));
                    continue;
                case IndexHole hole:
                    _statements.WriteNumber(literal, Expression(hole.Index));
                    continue;
            }

            if (literal is not null) _statements.WriteLiteral(literal);
            switch (piece)
            {
                case WhenValue condition:
                    _ways.Block($"if ({There(condition, out string found)})", () => Write(condition.Then, found));
                    if (condition.Else.Length > 0) _ways.Block("else", () => Write(condition.Else));
                    break;
                case When { Then.Length: 0 } condition:
                    _ways.Block($"if ({_ways.Of(condition.Tested)} is null)", () => Write(condition.Else));
                    break;
                case When condition:
                    _ways.When(condition.Tested, condition.Scope, () => Write(condition.Then));
                    if (condition.Else.Length > 0) _ways.Block("else", () => Write(condition.Else));
                    break;
                case WhenPositive positive:
                    _ways.Block($"if ({Expression(positive.Index)} > 0)", () => Write(positive.Then));
                    break;
                case Each each:
                    _ways.Loop(each.List, each.Scope, each.CountMember, round =>
                    {
                        _rounds[each.Scope] = round;
                        Write(each.Body);
                    });
                    break;
            }
        }

        if (before is not null) _statements.WriteLiteral(before);
    }

    private string There(WhenValue condition, out string found) => _statements.There(condition.Hole, _ways.Of(condition.Hole.Access), out found);

    private string Expression(IndexExpression index)
    {
        string expression = Statements.Number(index.Constant);
        foreach (IndexTerm term in index.Terms)
        {
            expression += term switch
            {
                RoundTerm round => $" + ({_rounds[round.Scope]} * {Statements.Number(round.Factor)})",
                LengthTerm length => $" + ({_ways.Near(length.List)}.{length.CountMember} * {Statements.Number(length.Factor)})",
                PresenceTerm presence => $" + {Presence(presence)}",
                _ => "",
            };
        }

        return expression;
    }

    private string Presence(PresenceTerm presence)
    {
        string optional = _ways.Near(presence.Optional);
        if (presence.Then.Terms.Count == 0) return $"({optional} is null ? 0 : {Statements.Number(presence.Then.Constant)})";
        string name = _ways.NewName("value");
        _ways.SetVariable(presence.Scope, name);
        return $"({optional} is {{ }} {name} ? {Expression(presence.Then)} : 0)";
    }
}
