namespace ColoGen.Core.Model;

/// <summary>A setting that a member of another name, or of the wrong form, is probably meant to be.</summary>
/// <param name="Attribute">The attribute that has it.</param>
/// <param name="Dev">The dev that the attribute names; empty where it names none.</param>
/// <param name="Type">The type that the member would need; empty where it has one that can give the setting.</param>
internal sealed record SimilarSetting(string Attribute, string Dev, string Name, string Type, SimilarState State);

internal enum SimilarState
{
    /// <summary>Nothing gives it.</summary>
    Missing,

    /// <summary>The attribute or another member gives it.</summary>
    Given,

    /// <summary>It is a setting of disks, and the member is of a layer.</summary>
    OfDisk,
}
