using ColoGen.Core.Devices;
using ColoGen.Core.Formats.Qemu;

namespace ColoGen.Core.Rules;

/// <summary>The categories of the rules, one for each hundred of ids.</summary>
internal static class RuleCategory
{
    public const string Authoring = "Authoring";
    public const string Sources = "Formats and sources";
    public const string References = "References and indexes";
    public const string Targets = "Targets and names";
    public const string Quorum = "Quorum";
    public const string Replication = "Replication";
    public const string Options = "Driver options";
    public const string Versions = "QEMU and libvirt versions";
    public const string Exports = "Exports and network";
}
