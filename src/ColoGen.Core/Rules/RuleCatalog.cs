namespace ColoGen.Core.Rules;

/// <summary>Every rule, by id. Each hundred of ids has a file.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. AuthoringRules.All,
        .. SourceRules.All,
        .. ReferenceRules.All,
        .. TargetRules.All, .. AddressRules.All,
        .. QuorumRules.All,
        .. ReplicationRules.All,
        .. OptionRules.All,
        .. VersionRules.All,
        .. ExportRules.All,
    ];
}
