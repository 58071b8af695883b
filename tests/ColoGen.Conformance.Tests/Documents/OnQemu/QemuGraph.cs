using System.Text.Json.Nodes;
using System.Text.Json;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>QEMU's nodes, their edges, and the backends that have names.</summary>
internal sealed class QemuGraph
{
    private readonly Dictionary<string, JsonElement> _nodes;
    private readonly Dictionary<string, SortedDictionary<string, string>> _children = [];
    private readonly JsonElement _backends;

    private QemuGraph(JsonElement graph, JsonElement nodes, JsonElement backends)
    {
        _nodes = nodes.EnumerateArray().ToDictionary(node => node.GetProperty("node-name").GetString()!);
        _backends = backends;
        Dictionary<long, string> names = graph.GetProperty("nodes").EnumerateArray()
            .ToDictionary(node => node.GetProperty("id").GetInt64(), node => node.GetProperty("name").GetString()!);
        foreach (JsonElement edge in graph.GetProperty("edges").EnumerateArray())
        {
            string parent = names[edge.GetProperty("parent").GetInt64()];
            if (!_children.TryGetValue(parent, out SortedDictionary<string, string>? children)) _children.Add(parent, children = new(StringComparer.Ordinal));
            children[edge.GetProperty("name").GetString()!] = names[edge.GetProperty("child").GetInt64()];
        }
    }

    public static async Task<QemuGraph> ReadAsync(Qemu qemu) => new(
        await qemu.ExecuteAsync("x-debug-query-block-graph"),
        await qemu.ExecuteAsync("query-named-block-nodes", new JsonObject { ["flat"] = true }),
        await qemu.ExecuteAsync("query-block"));

    /// <summary>The node under the backend of this name.</summary>
    public string BackendNode(string name) => _backends.EnumerateArray()
        .Single(backend => backend.GetProperty("device").GetString() == name)
        .GetProperty("inserted").GetProperty("node-name").GetString()!;

    /// <summary>The node at the top of a tree: no other of the tree's nodes is over it.</summary>
    public string TopNode(string dev)
    {
        string[] nodes = [.. _nodes.Keys.Where(name => name.StartsWith(dev + "-", StringComparison.Ordinal))];
        return nodes.Single(name => !nodes.Any(other => _children.GetValueOrDefault(other, []).ContainsValue(name)));
    }

    /// <summary>A node and all below it, without the names that differ from start to start.</summary>
    public string Describe(string node) => Describe(node, "", isReopened: false);

    /// <param name="isReopened">It is written only while replication runs, which reopens it.</param>
    private string Describe(string node, string indentation, bool isReopened)
    {
        JsonElement found = _nodes[node];
        string driver = found.GetProperty("drv").GetString()!;
        SortedDictionary<string, string> children = _children.GetValueOrDefault(node, []);

        // A storage node is opened for writing when somebody above writes; what it says before depends on the form alone.
        string readOnly = children.Count == 0 || isReopened ? "" : $" ro={found.GetProperty("ro")}";
        string file = children.Count == 0 ? " " + found.GetProperty("file").GetString() : "";
        JsonElement cache = found.GetProperty("cache");
        string text = $"{driver}{file}{readOnly} zeroes={found.GetProperty("detect_zeroes")} "
            + $"direct={cache.GetProperty("direct")} no-flush={cache.GetProperty("no-flush")} encrypted={found.GetProperty("encrypted")}\n";
        string next = indentation + "  ";
        return text + string.Concat(children.Select(child =>
            $"{next}{child.Key}: {Describe(child.Value, next, isReopened: isReopened || (IsUnderReplication(node) && child.Key == "backing"))}"));
    }

    private bool IsUnderReplication(string node) => _children.Any(parent =>
        _nodes.TryGetValue(parent.Key, out JsonElement found)
        && found.GetProperty("drv").GetString() == "replication"
        && parent.Value.ContainsValue(node));
}
