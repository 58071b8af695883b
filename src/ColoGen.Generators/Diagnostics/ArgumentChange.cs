namespace ColoGen.Generators.Diagnostics;

/// <summary>A change of one argument of an attribute.</summary>
/// <param name="Argument">The argument, <c>Attribute.Argument</c> where the attribute may have to be added.</param>
/// <param name="Expression">Its new value in C#, where an enum of ColoGen has no namespace: <c>DiskBus.Scsi</c>. Null removes the argument.</param>
internal sealed record ArgumentChange(string Argument, string? Expression)
{
    /// <summary>The attribute, where it is named.</summary>
    public string? Attribute => Argument.IndexOf('.') is >= 0 and var dot ? Argument.Substring(0, dot) : null;

    /// <summary>The argument without its attribute.</summary>
    public string Name => Argument.Substring(Argument.IndexOf('.') + 1);
}
