using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Faults;

/// <summary>The block nodes of a QEMU that is not one.</summary>
internal sealed class FakeGraph
{
    private const long Size = 1 << 20;

    private readonly Dictionary<string, JsonObject> _nodes = [];
    private readonly List<(string Parent, string Name, string Child)> _edges = [];

    public FakeGraph(IBlockdevArguments host)
    {
        string[] arguments = host.GetBlockdevArguments();
        for (int i = 1; i < arguments.Length; i++)
        {
            if (arguments[i - 1] == "-blockdev") Add(JsonNode.Parse(arguments[i])!.AsObject());
        }
    }

    public bool Has(string node) => _nodes.ContainsKey(node);

    public void Add(JsonObject options)
    {
        string name = Text(options, "node-name");
        foreach (string child in new[] { "file", "backing" })
        {
            if (options[child] is JsonValue value && !Has(value.GetValue<string>()))
            {
                throw new FakeRefusal($"Cannot find device='{value}' nor node-name='{value}'");
            }
        }

        if (!_nodes.TryAdd(name, options)) throw new FakeRefusal($"Duplicate nodes with node-name='{name}'");
        foreach (string child in new[] { "file", "backing" })
        {
            if (options[child] is JsonValue value) _edges.Add((name, child, value.GetValue<string>()));
        }

        int number = 0;
        foreach (JsonNode? child in options["children"] as JsonArray ?? []) _edges.Add((name, $"children.{number++}", child!.GetValue<string>()));
    }

    public void Remove(string node)
    {
        if (_edges.Any(edge => edge.Child == node)) throw new FakeRefusal($"Block device {node} is in use");
        if (!_nodes.Remove(node)) throw new FakeRefusal($"Failed to find node with node-name='{node}'");
        _edges.RemoveAll(edge => edge.Parent == node);
    }

    public void Attach(string parent, string node)
    {
        if (!Has(node)) throw new FakeRefusal($"Node '{node}' not found");
        _edges.Add((parent, $"children.{_edges.Count(edge => edge.Parent == parent)}", node));
    }

    public void Detach(string parent, string child)
    {
        if (_edges.RemoveAll(edge => edge.Parent == parent && edge.Name == child) == 0) throw new FakeRefusal($"Node '{parent}' does not have child '{child}'");
    }

    public IEnumerable<string> NbdNodes => _nodes.Where(node => Text(node.Value, "driver") == "nbd").Select(node => node.Key);

    public JsonArray Nodes() =>
    [
        .. _nodes.Select(node => new JsonObject
        {
            ["node-name"] = node.Key,
            ["drv"] = Text(node.Value, "driver"),
            ["ro"] = false,
            ["file"] = Text(node.Value, "driver") is "replication" or "quorum" ? "json:" + Options(node.Key).ToJsonString() : "",
            ["image"] = new JsonObject { ["virtual-size"] = Size },
        }),
    ];

    public JsonObject Edges(IEnumerable<string> exported)
    {
        string[] names = [.. _nodes.Keys];
        JsonArray nodes = [.. names.Select((name, id) => new JsonObject { ["id"] = id + 1, ["name"] = name, ["type"] = "block-driver" })];
        JsonArray edges = [.. _edges.Select(edge => Edge(Id(edge.Parent), Id(edge.Child), edge.Name))];
        foreach (string node in exported)
        {
            nodes.Add(new JsonObject { ["id"] = nodes.Count + 1, ["name"] = "", ["type"] = "block-backend" });
            edges.Add(Edge(nodes.Count, Id(node), "root"));
        }

        return new() { ["nodes"] = nodes, ["edges"] = edges };

        int Id(string name) => Array.IndexOf(names, name) + 1;
    }

    /// <summary>The options of a node and of what is below it, as QEMU shows them.</summary>
    private JsonObject Options(string node)
    {
        JsonObject shown = [];
        foreach ((string name, JsonNode? value) in _nodes[node])
        {
            if (name is "node-name" or "children") continue;
            shown[name] = name is "file" or "backing" && value is JsonValue child ? Options(child.GetValue<string>()) : value?.DeepClone();
        }

        return shown;
    }

    private static JsonObject Edge(int parent, int child, string name) =>
        new() { ["parent"] = parent, ["child"] = child, ["name"] = name, ["perm"] = new JsonArray("write") };

    private static string Text(JsonObject from, string member) => from[member]!.GetValue<string>();
}

/// <summary>What a fake QEMU answers with an error.</summary>
internal sealed class FakeRefusal(string description, string errorClass = "GenericError") : Exception(description)
{
    public string Class => errorClass;
}
