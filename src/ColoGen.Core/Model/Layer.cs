using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>A layer at one place of a topology. A type that is used twice is two layers.</summary>
/// <param name="Kind">The attribute without its suffix: <c>FileSource</c>, <c>Quorum</c>.</param>
/// <param name="TypeName">The record's name, for messages and pictures.</param>
/// <param name="Access">The way to it; its path tells it from every other layer of the topology.</param>
/// <param name="Edges">The layers below, in order.</param>
/// <param name="Reference">The layer of another tree that is its backing.</param>
/// <param name="Flaws">What of its declaration could not be read.</param>
/// <param name="IsOpen">Type arguments say what is below it, so that it can't be judged by itself.</param>
internal sealed record Layer(
    string Kind, string TypeName, Access Access, EquatableArray<Setting> Settings, EquatableArray<Edge> Edges, Reference? Reference,
    EquatableArray<DeclarationError> Errors = default, bool IsOpen = false)
{
    public string Path => Access.Path;

    public string? Format => Settings.GetMember("Format");

    public long? PinnedIndex => Settings.GetNumber("Index");

    /// <param name="mode">A member of <c>ReplicationMode</c>.</param>
    public bool IsReplication(string mode) => Kind == "Replication" && Settings.GetMember("Mode") == mode;

    /// <summary>This layer and all below it, a layer before what is below it.</summary>
    public IReadOnlyList<Layer> PreOrder()
    {
        var layers = new List<Layer>();
        AddTo(layers);
        return layers;
    }

    /// <summary>Whether this layer, or one below it, is such a one.</summary>
    public bool Has(Func<Layer, bool> isSuch)
    {
        if (isSuch(this)) return true;
        foreach (Edge edge in Edges)
        {
            if (edge.Layer.Has(isSuch)) return true;
        }

        return false;
    }

    private void AddTo(List<Layer> layers)
    {
        layers.Add(this);
        foreach (Edge edge in Edges) edge.Layer.AddTo(layers);
    }
}
