using System.Globalization;
using ColoGen.Generators.Documents;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Emission;

/// <summary>A template to statements that write it to a sink.</summary>
internal sealed class TemplateEmitter(SourceWriter source, string topology)
{
    private readonly Dictionary<int, string> _variables = new() { [Access.Topology] = topology };
    private readonly Dictionary<int, string> _rounds = [];
    private int _names;

    public void Emit(EquatableArray<Piece> pieces)
    {
        foreach (Piece piece in pieces) Emit(piece);
    }

    private void Emit(Piece piece)
    {
        switch (piece)
        {
            case Literal literal:
                Literal(literal.Text);
                break;
            case TextHole hole:
                source.Line($"sink.Text<global::ColoGen.Writing.{hole.Escape}Escape>({Expression(hole.Access)}, {Utf8Literal.Quoted(hole.Access.Path)});");
                break;
            case NumberHole hole:
                source.Line($"sink.Number({Expression(hole.Access)}, {Number(hole.Minimum)}, {Number(hole.Maximum)}, {Utf8Literal.Quoted(hole.Access.Path)});");
                break;
            case IndexHole hole:
                source.Line($"sink.Number({Expression(hole.Index)});");
                break;
            case When condition:
                Emit(condition);
                break;
            case WhenPositive positive:
                source.Open($"if ({Expression(positive.Index)} > 0)");
                Emit(positive.Then);
                source.Close();
                break;
            case Choice choice:
                Emit(choice);
                break;
            case Each each:
                Loop(each.List, each.Scope, each.CountMember, () => Emit(each.Body));
                break;
        }
    }

    /// <summary>A loop over a list that allocates nothing, whatever the list.</summary>
    public void Loop(Access list, int scope, string countMember, Action body)
    {
        string round = NewName("round");
        string item = NewName("layer");
        string expression = Expression(list);
        _variables[scope] = item;
        _rounds[scope] = round;
        source.Open($"for (int {round} = 0; {round} < {expression}.{countMember}; {round}++)");
        source.Line($"var {item} = {expression}[{round}];");
        body();
        source.Close();
    }

    /// <summary>Opens a block for when a value or layer is there.</summary>
    public void OpenWhen(Access tested, int scope)
    {
        string name = NewName("value");
        source.Open($"if ({Expression(tested)} is {{ }} {name})");
        _variables[scope] = name;
    }

    public string Expression(Access access) => _variables[access.Scope] + access.Members;

    private void Literal(string text)
    {
        string literal = Utf8Literal.Of(text);
        if (literal.IndexOf('\n') < 0)
        {
            source.Line($"sink.Literal({literal});");
            return;
        }

        source.Line("sink.Literal(");
        source.Raw(literal);
        source.Raw(");\n");
    }

    private void Emit(When condition)
    {
        if (condition.Then.Count == 0)
        {
            source.Open($"if ({Expression(condition.Tested)} is null)");
        }
        else
        {
            OpenWhen(condition.Tested, condition.Scope);
            Emit(condition.Then);
            source.Close();
            if (condition.Else.Count == 0) return;
            source.Open("else");
        }

        Emit(condition.Else);
        source.Close();
    }

    private void Emit(Choice choice)
    {
        source.Open($"switch ({Expression(choice.Access)})");
        foreach (ChoiceCase item in choice.Cases)
        {
            string label = choice.EnumType.Length == 0 ? item.Member : $"{choice.EnumType}.{item.Member}";
            source.Line($"case {label}:");
            Emit(item.Pieces);
            source.Line("break;");
        }

        if (choice.EnumType.Length > 0)
        {
            source.Line("default:");
            source.Line($"throw new global::System.ArgumentOutOfRangeException({Utf8Literal.Quoted(choice.Access.Path)});");
        }

        source.Close();
    }

    private string Expression(IndexExpression index)
    {
        IEnumerable<string> terms = index.Terms.Select(term => term switch
        {
            RoundTerm round => $"({_rounds[round.Scope]} * {Number(round.Factor)})",
            LengthTerm length => $"({Expression(length.List)}.{length.CountMember} * {Number(length.Factor)})",
            PresenceTerm presence => Presence(presence),
            _ => "0",
        });
        return string.Join(" + ", [Number(index.Constant), .. terms]);
    }

    private string Presence(PresenceTerm presence)
    {
        if (presence.Then.Terms.Count == 0) return $"({Expression(presence.Optional)} is null ? 0 : {Number(presence.Then.Constant)})";
        string name = NewName("value");
        string optional = Expression(presence.Optional);
        _variables[presence.Scope] = name;
        return $"({optional} is {{ }} {name} ? {Expression(presence.Then)} : 0)";
    }

    private string NewName(string stem) => stem + (++_names).ToString(CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
