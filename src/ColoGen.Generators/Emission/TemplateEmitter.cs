using System.Globalization;
using ColoGen.Generators.Documents;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Emission;

/// <summary>The statements of one method that write a template to a sink, or look at layers.</summary>
internal sealed class TemplateEmitter
{
    private readonly SourceWriter _source;
    private readonly PathNames _paths = new();
    private readonly Dictionary<int, string> _variables = new() { [Access.Topology] = Names.Topology };
    private readonly Dictionary<int, string> _rounds = [];
    private readonly Stack<List<(int Scope, string Members)>> _blocks = new([[]]);
    private readonly Dictionary<(int Scope, string Members), string> _layers = [];
    private int _names;

    private TemplateEmitter(SourceWriter source) => _source = source;

    /// <summary>Emits the statements of one method, which has the topology in a variable of <see cref="Names.Topology"/>.</summary>
    public static void Emit(SourceWriter source, Action<TemplateEmitter> statements)
    {
        var emitter = new TemplateEmitter(source);
        int start = source.Position;
        statements(emitter);
        source.Insert(start, emitter._paths.Declarations);
    }

    public void Emit(EquatableArray<Piece> pieces)
    {
        foreach (Piece piece in pieces) Emit(piece);
    }

    private void Emit(Piece piece)
    {
        switch (piece)
        {
            case Literal literal:
                _source.Line($"sink.Literal({Utf8Literal.Of(literal.Text)});");
                break;
            case TextHole hole:
                _source.Line($"sink.{hole.Escape}({Named(hole.Access)});");
                break;
            case NumberHole hole:
                _source.Line($"sink.Number({Expression(hole.Access)}, {Number(hole.Minimum)}, {Number(hole.Maximum)}{Name(hole.Access)});");
                break;
            case IndexHole hole:
                _source.Line($"sink.Number({Expression(hole.Index)});");
                break;
            case When condition:
                Emit(condition);
                break;
            case WhenPositive positive:
                Block($"if ({Expression(positive.Index)} > 0)", () => Emit(positive.Then));
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
        Block($"for (int {round} = 0; {round} < {expression}.{countMember}; {round}++)", () =>
        {
            _source.Line($"var {item} = {expression}[{round}];");
            body();
        });
    }

    /// <summary>A block for when a value or layer is there.</summary>
    public void When(Access tested, int scope, Action body)
    {
        string name = NewName("value");
        string expression = Expression(tested);
        _variables[scope] = name;
        Block($"if ({expression} is {{ }} {name})", body);
    }

    /// <summary>A value or layer in C#. What is far from the topology is reached by way of a variable, so that chains are no longer than their layers.</summary>
    public string Expression(Access access)
    {
        int[] dots = Dots(access.Members);
        return dots.Length <= Names.LongestWay ? _variables[access.Scope] + access.Members : Reach(access, dots);
    }

    /// <summary>The path of a value or layer, for messages, as a constant in C#.</summary>
    public string Path(Access access) => _paths.Expression(access.Path);

    /// <summary>A value or layer as an argument, followed by its path where what it is called with can't tell it.</summary>
    public string Named(Access access) => Expression(access) + Name(access);

    private string Name(Access access) =>
        access.Scope == Access.Topology && Dots(access.Members).Length <= Names.LongestWay ? "" : $", {Path(access)}";

    private string Reach(Access access, int[] dots)
    {
        int known = (dots.Length - 2) / Names.Step * Names.Step;
        return Layer(access, dots, known) + access.Members.Substring(dots[known]);
    }

    private string Layer(Access access, int[] dots, int count)
    {
        if (count == 0) return _variables[access.Scope];
        string members = access.Members.Substring(0, dots[count]);
        if (_layers.TryGetValue((access.Scope, members), out string? known)) return known;
        string above = Layer(access, dots, count - Names.Step);
        string name = NewName("layer");
        _source.Line($"var {name} = {above}{members.Substring(dots[count - Names.Step])};");
        _layers.Add((access.Scope, members), name);
        _blocks.Peek().Add((access.Scope, members));
        return name;
    }

    private static int[] Dots(string members) => [.. Enumerable.Range(0, members.Length).Where(at => members[at] == '.')];

    private void Block(string line, Action body)
    {
        _source.Open(line);
        _blocks.Push([]);
        body();
        foreach ((int, string) layer in _blocks.Pop()) _layers.Remove(layer);
        _source.Close();
    }

    private void Emit(When condition)
    {
        if (condition.Then.Count == 0)
        {
            Block($"if ({Expression(condition.Tested)} is null)", () => Emit(condition.Else));
            return;
        }

        When(condition.Tested, condition.Scope, () => Emit(condition.Then));
        if (condition.Else.Count > 0) Block("else", () => Emit(condition.Else));
    }

    private void Emit(Choice choice)
    {
        _source.Open($"switch ({Expression(choice.Access)})");
        foreach (ChoiceCase item in choice.Cases)
        {
            string label = choice.EnumType.Length == 0 ? item.Member : $"{choice.EnumType}.{item.Member}";
            _source.Line($"case {label}:");
            Emit(item.Pieces);
            _source.Line("break;");
        }

        if (choice.EnumType.Length > 0)
        {
            _source.Line("default:");
            _source.Line($"throw new global::System.ArgumentOutOfRangeException({Path(choice.Access)});");
        }

        _source.Close();
    }

    private string Expression(IndexExpression index)
    {
        IEnumerable<string> terms = index.Terms.Select(term => term switch
        {
            RoundTerm round => $"({_rounds[round.Scope]} * {Number(round.Factor)})",
            LengthTerm length => $"({Near(length.List)}.{length.CountMember} * {Number(length.Factor)})",
            PresenceTerm presence => Presence(presence),
            _ => "0",
        });
        return string.Join(" + ", [Number(index.Constant), .. terms]);
    }

    private string Presence(PresenceTerm presence)
    {
        string optional = Near(presence.Optional);
        if (presence.Then.Terms.Count == 0) return $"({optional} is null ? 0 : {Number(presence.Then.Constant)})";
        string name = NewName("value");
        _variables[presence.Scope] = name;
        return $"({optional} is {{ }} {name} ? {Expression(presence.Then)} : 0)";
    }

    /// <summary>A value inside an expression, whose own variables a statement before it can't use.</summary>
    private string Near(Access access) => _variables[access.Scope] + access.Members;

    private string NewName(string stem) => stem + (++_names).ToString(CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
