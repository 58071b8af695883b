namespace ColoGen;

/// <summary>
/// Marks a property as data of the program's own: it is neither a setting nor a layer, whatever its name and type, and no document contains it.
/// </summary>
/// <example><code>
/// [FileSource(Format = DiskFormat.Qcow2)]
/// public sealed partial record Qcow2Image(string File, [NotInDocuments] string Owner);
/// </code></example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class NotInDocumentsAttribute : Attribute
{
    /// <summary>Marks a property as data of the program's own.</summary>
    public NotInDocumentsAttribute()
    {
    }
}
