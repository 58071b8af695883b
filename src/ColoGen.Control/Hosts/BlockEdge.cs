namespace ColoGen.Control.Hosts;

/// <summary>An edge of <c>x-debug-query-block-graph</c>.</summary>
/// <param name="Parent">The name of the parent: a <c>node-name</c>, or the name of a backend or job, which may be empty.</param>
/// <param name="ParentType">The type of the parent: <c>block-driver</c>, <c>block-backend</c> or <c>block-job</c>.</param>
/// <param name="Name">The name of the child, such as <c>file</c> or <c>children.1</c>.</param>
/// <param name="Child">The <c>node-name</c> of the child.</param>
/// <param name="IsWriting">Whether the parent has the permission <c>write</c>.</param>
internal sealed record BlockEdge(string Parent, string ParentType, string Name, string Child, bool IsWriting)
{
    /// <summary>Whether the parent is a block node.</summary>
    public bool IsBetweenNodes => ParentType == "block-driver";

    /// <summary>Whether the parent is the backend of a device or an export.</summary>
    public bool IsFromBackend => ParentType == "block-backend";
}
