using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>One document of one topology. For generated code.</summary>
/// <remarks>
/// A struct that holds its topology: each document then gets code of its own, compiled ahead of time as well. With the topology
/// as a type argument, the documents of all classes would share code that looks every piece up while it runs.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Template
{
    /// <summary>Writes the document, piece by piece, and gives the sink back as it is then.</summary>
    /// <remarks>By value, so that what the sink counts on stays in registers.</remarks>
    TSink Write<TSink>(TSink sink)
        where TSink : struct, IUtf8Sink;
}
