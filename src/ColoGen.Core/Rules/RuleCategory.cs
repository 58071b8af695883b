namespace ColoGen.Core.Rules;

/// <summary>The categories of the rules, one for each hundred of ids.</summary>
internal static class RuleCategory
{
    public const string Authoring = "Authoring";

    private static readonly string[] s_byHundred =
    [
        Authoring,
        "Formats and sources",
        "References and indexes",
        "Targets and names",
        "Quorum",
        "Replication",
        "Driver options",
        "QEMU and libvirt versions",
        "Exports and network",
    ];

    /// <param name="id">The rule's id, <c>COLO</c> and four digits.</param>
    public static string Of(string id) => s_byHundred[((id[4] - '0') * 10) + (id[5] - '0')];
}
