using System.Globalization;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_range = new(
        "COLO0601",
        "A number is out of range",
        "{0} of '{1}' is {2}, and must be {3} to {4}",
        RuleSeverity.Error,
        RuleCategory.Options,
        index => AllSettings(index).SelectMany(item => item.Settings.SelectMany(setting => OutOfRange(item.Path, setting))));

    private static IEnumerable<Finding> OutOfRange(string path, Setting setting)
    {
        if (setting.Value is not NumberConstant { Number: var number }) yield break;
        (long minimum, long maximum) = setting.Name switch
        {
            "Port" => (1, 65535),
            "BootOrder" or "IoThread" or "MemoryMiB" or "Vcpus" => (1, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        if (number >= minimum && number <= maximum) yield break;
        yield return new Finding(
            path,
            setting.Name,
            path,
            number.ToString(CultureInfo.InvariantCulture),
            minimum.ToString(CultureInfo.InvariantCulture),
            maximum.ToString(CultureInfo.InvariantCulture));
    }
}
