using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>Two hosts, as declared.</summary>
/// <param name="Primary">The host that runs the guest, its paths beginning at the pair; null where there is none.</param>
/// <param name="Secondary">The host that follows.</param>
/// <param name="Errors">The errors of the declaration.</param>
internal sealed record Pair(
    TypeDeclaration Type, EquatableArray<Setting> Settings, Topology? Primary, Topology? Secondary, EquatableArray<DeclarationError> Errors)
{
    /// <summary>Whether a member that the commands read is obsolete, and an error where it is used.</summary>
    public bool ReadsObsolete { get; init; }

    /// <summary>Both hosts, where both are there.</summary>
    public IEnumerable<Topology> Hosts => Primary is null || Secondary is null ? [] : [Primary, Secondary];
}
