using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_exportOfGuestDisk = new(
        "COLO0801", "An export of what the guest writes", "'{0}' is seen by the guest and exported writable: both would write; export a [HostDisk]", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfTopology = index => GuestDisks(index)
            .Where(disk => disk.IsExportedWritable)
            .Select(disk => new Finding(new Place(disk.Path, "NbdExport.Writable"), disk.Dev)),
    };

    private static readonly Rule s_exportOfReadOnly = new(
        "COLO0802", "A writable export of a read-only disk", "'{0}' is read-only and exported writable, which QEMU refuses: take one away", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfTopology = index => index.Topology.Attachments
            .Where(attachment => attachment is { IsHostDisk: true, IsReadOnly: true, IsExportedWritable: true }
                && !SecondaryDisks(index).Any(item => item.Disk.Path == attachment.Path))
            .Select(attachment => new Finding(new Place(attachment.Path, "NbdExport.Writable"), attachment.Dev) { Related = new Place(attachment.Path, "ReadOnly") }),
    };

    private static readonly Rule s_duplicateExport = new(
        "COLO0803", "Two exports have one name", "'{0}' is exported as '{1}', which '{2}' is already: give it another Name", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfTopology = index => index.Topology.Attachments
            .Where(attachment => attachment.Export is not null)
            .GroupBy(attachment => attachment.ExportName)
            .SelectMany(group => group.Skip(1).Select(attachment => new Finding(
                new Place(attachment.Path, "NbdExport.Name"), attachment.Dev, group.Key, group.First().Dev)
            {
                Related = new Place(group.First().Path, "NbdExport.Name"),
            })),
    };
}
