using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control;

/// <summary>An edge of <c>x-debug-query-block-graph</c>.</summary>
/// <param name="Parent">The <c>node-name</c> above, or the name of a backend or job, which may be empty.</param>
/// <param name="ParentType"><c>block-driver</c>, <c>block-backend</c> or <c>block-job</c>.</param>
/// <param name="Name">The child's name, such as <c>file</c> or <c>children.1</c>.</param>
/// <param name="Child">The <c>node-name</c> below.</param>
/// <param name="IsWriting">Whether the parent has the permission <c>write</c>.</param>
internal sealed record BlockEdge(string Parent, string ParentType, string Name, string Child, bool IsWriting);

/// <summary>The block graph of a running QEMU.</summary>
internal sealed class BlockGraph(ImmutableDictionary<string, BlockNode> nodes, ImmutableArray<BlockEdge> edges)
{
    private const string Driver = "block-driver";

    public static BlockGraph Read(ImmutableDictionary<string, BlockNode> nodes, JsonElement reply)
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

    public BlockNode? Find(string name) => nodes.GetValueOrDefault(name);

    /// <summary>The child that a node has under that name; null where it has none.</summary>
    public BlockNode? Child(string parent, string name) =>
        edges.FirstOrDefault(edge => edge.ParentType == Driver && edge.Parent == parent && edge.Name == name) is { } found ? Find(found.Child) : null;

    /// <summary>The nodes that stand on a node.</summary>
    public IEnumerable<string> NodesAbove(string node) =>
        edges.Where(edge => edge.Child == node && edge.ParentType == Driver).Select(edge => edge.Parent);

    /// <summary>Whether a device or an export writes to a node.</summary>
    public bool HasWriter(string node) => edges.Any(edge => edge.Child == node && edge.ParentType == "block-backend" && edge.IsWriting);

    /// <summary>The node and all below it.</summary>
    public IEnumerable<BlockNode> Below(string node)
    {
        HashSet<string> seen = [];
        Stack<string> open = new([node]);
        while (open.TryPop(out string? name))
        {
            if (!seen.Add(name) || Find(name) is not { } found) continue;
            yield return found;
            foreach (BlockEdge edge in edges.Where(edge => edge.ParentType == Driver && edge.Parent == name)) open.Push(edge.Child);
        }
    }
}
