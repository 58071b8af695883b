using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>A layer at one place of a topology. A type that is used twice is two layers.</summary>
/// <param name="Kind">The attribute without its suffix: <c>FileSource</c>, <c>Quorum</c>.</param>
/// <param name="TypeName">The record's name, for messages and diagrams.</param>
/// <param name="Access">The access path; it is different for each layer of a topology.</param>
/// <param name="Edges">The layers below, in order.</param>
/// <param name="Reference">The layer of another tree that is its backing.</param>
/// <param name="Errors">The errors of its declaration.</param>
/// <param name="IsOpen">Type arguments say what is below it, so that it can't be judged by itself.</param>
internal sealed record Layer(
    string Kind, string TypeName, Access Access, EquatableArray<Setting> Settings, EquatableArray<Edge> Edges, Reference? Reference,
    EquatableArray<DeclarationError> Errors = default, bool IsOpen = false)
{
    /// <summary>Whether another assembly declares it, so that what is wrong with it is reported where it is used.</summary>
    public bool IsExternal { get; init; }

    public string Path => Access.Path;

    /// <summary>The format; null where it is missing.</summary>
    public DiskFormat? Format => Settings.GetEnum<DiskFormat>(nameof(SourceAttribute.Format));

    public long? PinnedIndex => Settings.GetNumber(nameof(LayerAttribute.Index));

    /// <summary>Whether a replica is at this layer or below.</summary>
    public bool HasReplica => Has(static layer => layer.Is<ReplicationAttribute>());

    /// <summary>Whether it is there once for each item of a list.</summary>
    public bool IsInList => Path.Contains("[]");

    /// <summary>Whether this is the attribute that declares the layer.</summary>
    public bool Is<TAttribute>()
        where TAttribute : LayerAttribute => Kind == AttributeName.Of<TAttribute>();

    public bool IsReplication(ReplicationMode mode) =>
        Is<ReplicationAttribute>() && Settings.GetEnum<ReplicationMode>(nameof(ReplicationAttribute.Mode)) == mode;

    /// <summary>This layer and all below it, a layer before what is below it.</summary>
    public IReadOnlyList<Layer> PreOrder()
    {
        var layers = new List<Layer>();
        AddTo(layers);
        return layers;
    }

    /// <summary>Whether the predicate holds for this layer or for one below it.</summary>
    public bool Has(Func<Layer, bool> predicate)
    {
        if (predicate(this)) return true;
        foreach (Edge edge in Edges)
        {
            if (edge.Layer.Has(predicate)) return true;
        }

        return false;
    }

    private void AddTo(List<Layer> layers)
    {
        layers.Add(this);
        foreach (Edge edge in Edges) edge.Layer.AddTo(layers);
    }
}
