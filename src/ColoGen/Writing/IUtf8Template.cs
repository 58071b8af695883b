using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>One document of one topology. For generated code.</summary>
/// <typeparam name="TTopology">The record that the document is of.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Template<TTopology>
{
    /// <summary>Writes the document, piece by piece.</summary>
    static abstract void Write<TSink>(in TTopology topology, ref TSink sink)
        where TSink : struct, IUtf8Sink;
}
