using System.Globalization;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_range = new(
        "COLO0601", "A number is out of range", "{0} of '{1}' is {2}, and must be {3} to {4}", RuleSeverity.Error, RuleCategory.Options)
    {
        OfLayer = layer => OutOfRange(layer.Path, layer.TypeName, layer.Settings),
        OfTopology = index => index.Topology.Attachments
            .SelectMany(attachment => OutOfRange(attachment.Path, attachment.Dev, attachment.Settings))
            .Concat(OutOfRange("", index.Topology.Type.Name, index.Topology.Domain ?? default)),
    };

    private static IEnumerable<Finding> OutOfRange(string path, string owner, IEnumerable<Setting> settings) =>
        from setting in settings
        where setting.Value is NumberConstant
        let number = ((NumberConstant)setting.Value).Number
        let maximum = setting.Name switch
        {
            "Port" => 65535,
            "BootOrder" or "IoThread" or "MemoryMiB" or "Vcpus" => int.MaxValue,
            _ => (int?)null,
        }
        where number < 1 || number > maximum
        where maximum is not null
        select new Finding(new Place(path, setting.Name), setting.Name, owner, Text(number), "1", Text(maximum!.Value));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
