using System.Globalization;
using System.Text;
using ColoGen.Core.Model;

namespace ColoGen.Generators.Emission;

/// <summary>
/// Expressions for the values and layers of one method. A long chain of members goes by way of variables, so that the code grows as the chain does and no
/// faster.
/// </summary>
internal sealed class AccessPathEmitter
{
    /// <summary>The most members in a row after a variable.</summary>
    public const int MaxChainLength = 5;

    /// <summary>How many members are between two variables of a long chain.</summary>
    public const int ChainStep = 4;

    private readonly SourceWriter _source;

    private PathConstants? _paths;

    /// <summary>The variables of scopes other than the topology's.</summary>
    private Dictionary<int, string>? _scopes;

    /// <summary>The variables of layers, by their paths.</summary>
    private Dictionary<string, string>? _layers;

    /// <summary>The paths of layers that have variables, those of inner blocks last.</summary>
    private List<string>? _layersInBlocks;

    private int _names;

    private AccessPathEmitter(SourceWriter source) => _source = source;

    /// <summary>The statements of one method, with the constants that they need before them.</summary>
    public static void EmitMethod(SourceWriter source, Action<AccessPathEmitter> emit)
    {
        var paths = new AccessPathEmitter(source);
        int start = source.Position;
        emit(paths);
        if (paths._paths is { } constants) source.Insert(start, constants.Declarations);
    }

    public string NewName(string stem) => stem + (++_names).ToString(CultureInfo.InvariantCulture);

    /// <summary>A value or layer.</summary>
    public string Of(Access access) => Of(access, ".");

    /// <summary>A value or layer below one that may be null, and is null with it.</summary>
    public string OfNullable(Access access) => Of(access, access.Scope == Access.Topology ? "." : "?.");

    /// <summary>The layer of an optional edge, which is null with those above it, and stands for its scope from now on.</summary>
    public string NameNullable(Edge edge)
    {
        string expression = OfNullable(edge.Source);
        if (edge.Source.Names.Count - edge.Source.Start + MembersOf(edge.Source.Scope) > MaxChainLength)
        {
            string layer = NewName("layer");
            _source.Line("var ", layer, " = ", expression, ";");
            expression = layer;
        }

        SetScope(edge.Scope, expression);
        return expression;
    }

    /// <summary>The condition that the layer of an optional edge is there; a variable holds it for its scope.</summary>
    public string IsPresent(Edge edge)
    {
        string layer = NewName("value");
        string expression = Of(edge.Source);
        SetScope(edge.Scope, layer);
        return $"{expression} is {{ }} {layer}";
    }

    /// <summary>The path of a value or layer, for messages, as a constant.</summary>
    public string Path(Access access) => (_paths ??= new PathConstants()).Expression(access.Names);

    /// <summary>The path as the last argument of a call, where the compiler does not take it from the argument before.</summary>
    public string PathArgument(Access access) => IsInferred(access) ? "" : ", " + Path(access);

    /// <summary>Whether the expression of a value, as the compiler hands it to the method that is called, is its path.</summary>
    public static bool IsInferred(Access access) => access.Scope == Access.Topology && access.Names.Count <= MaxChainLength;

    /// <summary>A block, whose variables end with it.</summary>
    public void Block(string line, Action emit)
    {
        _source.Open(line);
        int outer = _layersInBlocks?.Count ?? 0;
        emit();
        if (_layersInBlocks is not null)
        {
            for (int number = outer; number < _layersInBlocks.Count; number++) _layers!.Remove(_layersInBlocks[number]);
            _layersInBlocks.RemoveRange(outer, _layersInBlocks.Count - outer);
        }

        _source.Close();
    }

    /// <summary>A loop over a list that allocates nothing, whatever the list.</summary>
    /// <param name="emit">Emits what is in the loop, which is given the number of its round.</param>
    public void Loop(Edge list, Action<string> emit)
    {
        string round = NewName("round");
        string item = NewName("layer");
        string expression = Of(list.Source);
        SetScope(list.Scope, item);
        Block($"for (int {round} = 0; {round} < {expression}.{list.CountMember}; {round}++)", () =>
        {
            _source.Line("var ", item, $" = {expression}[{round}];");
            emit(round);
        });
    }

    private string Scope(int scope) => scope == Access.Topology ? GeneratedIdentifiers.Topology : _scopes![scope];

    private void SetScope(int scope, string expression) => (_scopes ??= [])[scope] = expression;

    /// <summary>How many members the expression of a scope has.</summary>
    private int MembersOf(int scope)
    {
        int count = 0;
        foreach (char character in Scope(scope))
        {
            if (character == '.') count++;
        }

        return count;
    }

    private string Of(Access access, string dot)
    {
        int count = access.Names.Count - access.Start;
        if (count == 0) return Scope(access.Scope);
        int named = count <= MaxChainLength ? 0 : (count - 2) / ChainStep * ChainStep;
        return Layer(access, named, dot) + Members(access, access.Start + named, access.Names.Count, dot);
    }

    /// <param name="count">How many of the members from the scope lead to the layer.</param>
    private string Layer(Access access, int count, string dot)
    {
        if (count == 0) return Scope(access.Scope);
        int end = access.Start + count;
        string path = string.Join(".", access.Names.Take(end));
        if (_layers?.TryGetValue(path, out string? known) == true) return known;
        string containing = Layer(access, count - ChainStep, dot);
        string name = NewName("layer");
        _source.Indent().Add("var ").Add(name).Add(" = ").Add(containing).Add(Members(access, end - ChainStep, end, dot)).End(";");
        (_layers ??= []).Add(path, name);
        (_layersInBlocks ??= []).Add(path);
        return name;
    }

    /// <summary>Some of the members as C# has them after what holds the first: <c>.Root.Local</c>.</summary>
    private static string Members(Access access, int from, int to, string dot)
    {
        if (to == from + 1) return dot + CSharpIdentifier.Of(access.Names[from]);
        var members = new StringBuilder();
        for (int at = from; at < to; at++) members.Append(at == from ? dot : ".").Append(CSharpIdentifier.Of(access.Names[at]));
        return members.ToString();
    }
}
