using System.Globalization;
using System.Text;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>
/// How the values and layers of one method are reached in C#. What is far from the topology is reached by way of a variable, so that chains are no longer
/// than their layers.
/// </summary>
internal sealed class Ways(SourceWriter source)
{
    private PathNames? _paths;

    /// <summary>The variables of scopes other than the topology's.</summary>
    private Dictionary<int, string>? _variables;

    /// <summary>The variables of layers, by their paths.</summary>
    private Dictionary<string, string>? _layers;

    /// <summary>The layers that have variables, those of inner blocks last.</summary>
    private List<string>? _named;

    private int _names;

    /// <summary>What the method has to begin with.</summary>
    public IReadOnlyList<string> Declarations => _paths?.Declarations ?? [];

    public string NewName(string stem) => stem + (++_names).ToString(CultureInfo.InvariantCulture);

    public void SetVariable(int scope, string variable) => (_variables ??= [])[scope] = variable;

    /// <summary>A value or layer.</summary>
    public string Of(Access access) => Of(access, ".");

    /// <summary>A value or layer below one that may be null, and is null with it.</summary>
    public string OfNullable(Access access) => Of(access, access.Scope == Access.Topology ? "." : "?.");

    /// <summary>An optional layer that is null with those above it, and stands for its scope from now on.</summary>
    public string NameNullable(Access tested, int scope)
    {
        string expression = OfNullable(tested);
        if (expression.Count(character => character == '.') > Names.LongestWay)
        {
            string layer = NewName("layer");
            source.Line("var ", layer, " = ", expression, ";");
            expression = layer;
        }

        SetVariable(scope, expression);
        return expression;
    }

    /// <summary>A value inside an expression, whose own variables a statement before it can't use.</summary>
    public string Near(Access access) => Variable(access.Scope) + Members(access, access.Start, access.Names.Count);

    /// <summary>The path of a value or layer, for messages, as a constant.</summary>
    public string Path(Access access) => (_paths ??= new PathNames()).Expression(access.Names);

    /// <summary>The path as the last argument of a call, where the argument before it can't tell it.</summary>
    public string PathArgument(Access access) => IsTold(access) ? "" : ", " + Path(access);

    /// <summary>A block, whose variables end with it.</summary>
    public void Block(string line, Action body)
    {
        source.Open(line);
        int outer = _named?.Count ?? 0;
        body();
        if (_named is not null)
        {
            for (int number = outer; number < _named.Count; number++) _layers!.Remove(_named[number]);
            _named.RemoveRange(outer, _named.Count - outer);
        }

        source.Close();
    }

    /// <summary>A block for when a value or layer is there.</summary>
    public void When(Access tested, int scope, Action body)
    {
        string name = NewName("value");
        string expression = Of(tested);
        SetVariable(scope, name);
        Block($"if ({expression} is {{ }} {name})", body);
    }

    /// <summary>A loop over a list that allocates nothing, whatever the list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="scope">The scope of its items.</param>
    /// <param name="countMember">How it says its length.</param>
    /// <param name="body">What is in the loop, which is given the number of its round.</param>
    public void Loop(Access list, int scope, string countMember, Action<string> body)
    {
        string round = NewName("round");
        string item = NewName("layer");
        string expression = Of(list);
        SetVariable(scope, item);
        Block($"for (int {round} = 0; {round} < {expression}.{countMember}; {round}++)", () =>
        {
            source.Line("var ", item, $" = {expression}[{round}];");
            body(round);
        });
    }

    /// <summary>Whether the way to a value, as C# has it, tells its path.</summary>
    public bool IsTold(Access access) => access.Scope == Access.Topology && access.Names.Count <= Names.LongestWay;

    private string Variable(int scope) => scope == Access.Topology ? Names.Topology : _variables![scope];

    private string Of(Access access, string dot)
    {
        int count = access.Names.Count - access.Start;
        if (count == 0) return Variable(access.Scope);
        int known = count <= Names.LongestWay ? 0 : (count - 2) / Names.Step * Names.Step;
        return Layer(access, known, dot) + Members(access, access.Start + known, access.Names.Count, dot);
    }

    /// <param name="count">How many of the members from the scope lead to the layer.</param>
    private string Layer(Access access, int count, string dot)
    {
        if (count == 0) return Variable(access.Scope);
        int end = access.Start + count;
        string path = string.Join(".", access.Names.Take(end));
        if (_layers?.TryGetValue(path, out string? known) == true) return known;
        string above = Layer(access, count - Names.Step, dot);
        string name = NewName("layer");
        source.Indent().Add("var ").Add(name).Add(" = ").Add(above).Add(Members(access, end - Names.Step, end, dot)).End(";");
        (_layers ??= []).Add(path, name);
        (_named ??= []).Add(path);
        return name;
    }

    /// <summary>Some of the members as C# has them after what holds the first: <c>.Root.Local</c>.</summary>
    private static string Members(Access access, int from, int to, string dot = ".")
    {
        var members = new StringBuilder();
        for (int at = from; at < to; at++) members.Append(at == from ? dot : ".").Append(CSharpIdentifier.Of(access.Names[at]));
        return members.ToString();
    }
}
