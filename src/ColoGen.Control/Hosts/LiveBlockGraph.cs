using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>The block graph of a running QEMU, from <c>query-named-block-nodes</c> and <c>x-debug-query-block-graph</c>.</summary>
internal sealed class LiveBlockGraph(ImmutableDictionary<string, LiveBlockNode> nodes, ImmutableArray<BlockEdge> edges)
{
    public static LiveBlockGraph Read(ImmutableDictionary<string, LiveBlockNode> nodes, JsonElement reply)
    {
        Dictionary<long, (string Name, string Type)> ends = reply.GetProperty("nodes").EnumerateArray().ToDictionary(
            node => node.GetProperty("id").GetInt64(),
            node => (node.GetProperty("name").GetString()!, node.GetProperty("type").GetString()!));
        return new(nodes,
        [
            .. from edge in reply.GetProperty("edges").EnumerateArray()
               let parent = ends[edge.GetProperty("parent").GetInt64()]
               let child = ends[edge.GetProperty("child").GetInt64()]
               select new BlockEdge(
                   parent.Name,
                   parent.Type,
                   edge.GetProperty("name").GetString()!,
                   child.Name,
                   edge.GetProperty("perm").EnumerateArray().Any(permission => permission.ValueEquals("write"u8))),
        ]);
    }

    /// <summary>The node with that name; null if there is none.</summary>
    public LiveBlockNode? Find(string name) => nodes.GetValueOrDefault(name);

    /// <summary>Those of the names that are nodes of the graph.</summary>
    public HashSet<string> Present(IEnumerable<string> names) => [.. names.Where(nodes.ContainsKey)];

    /// <summary>The child that a node has under that name; null if it has none.</summary>
    public LiveBlockNode? Child(string parent, string name) =>
        edges.FirstOrDefault(edge => edge.IsBetweenNodes && edge.Parent == parent && edge.Name == name) is { } found ? Find(found.Child) : null;

    /// <summary>The nodes that have the node as a child.</summary>
    public IEnumerable<string> Parents(string node) => edges.Where(edge => edge.Child == node && edge.IsBetweenNodes).Select(edge => edge.Parent);

    /// <summary>Whether a device or an export writes to a node.</summary>
    public bool HasWriter(string node) => edges.Any(edge => edge.Child == node && edge.IsFromBackend && edge.IsWriting);

    /// <summary>The node, its children, their children and so on.</summary>
    public IEnumerable<LiveBlockNode> Subtree(string node)
    {
        HashSet<string> visited = [];
        Stack<string> open = new([node]);
        while (open.TryPop(out string? name))
        {
            if (!visited.Add(name) || Find(name) is not { } found) continue;
            yield return found;
            foreach (BlockEdge edge in edges.Where(edge => edge.IsBetweenNodes && edge.Parent == name)) open.Push(edge.Child);
        }
    }
}
