using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO07xx: versions of QEMU and libvirt.</summary>
internal static class VersionRules
{
    private static readonly string s_qemu = AttributeName.ArgumentOf<ColoPairAttribute>(nameof(ColoPairAttribute.Qemu));

    public static Rule MissingVersion { get; } = new(
        "COLO0701",
        "Missing QEMU version of a pair",
        "'{0}' does not say which QEMU its hosts run, and COLO's capabilities differ: add Qemu = QemuVersion.Qemu7To10 or Qemu11",
        RuleSeverity.Error)
    {
        OfPair = pair => pair.Settings.Get(nameof(ColoPairAttribute.Qemu)) is null or EnumConstant { Member: nameof(QemuVersion.Unspecified) }
            ? [new RuleResult(new Place("", s_qemu), pair.Type.Name) { Fixes = [new Fix(s_qemu, QemuVersion.Qemu7To10), new Fix(s_qemu, QemuVersion.Qemu11)] }]
            : [],
    };

    public static IEnumerable<Rule> All => [MissingVersion];
}
