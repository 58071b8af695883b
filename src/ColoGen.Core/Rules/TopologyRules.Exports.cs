using ColoGen.Core.Analysis;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_exportOfGuestDisk = new(
        "COLO0801", "An export of what the guest writes", "'{0}' is seen by the guest and exported writable: both would write; export a [HostDisk]", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfAttachment = (_, attachment) => attachment is { IsHostDisk: false, IsExportedWritable: true }
            ? [new Finding(new Place(attachment.Path, "NbdExport.Writable"), attachment.Dev)]
            : [],
    };

    private static readonly Rule s_exportOfReadOnly = new(
        "COLO0802", "A writable export of a read-only disk", "'{0}' is read-only and exported writable, which QEMU refuses: take one away", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfAttachment = (index, attachment) => attachment is { IsHostDisk: true, IsReadOnly: true, IsExportedWritable: true } && !IsSecondaryDisk(index, attachment)
            ? [new Finding(new Place(attachment.Path, "NbdExport.Writable"), attachment.Dev) { Related = new Place(attachment.Path, "ReadOnly") }]
            : [],
    };

    private static readonly Rule s_duplicateExport = new(
        "COLO0803", "Two exports have one name", "'{0}' is exported as '{1}', which '{2}' is already: give it another Name", RuleSeverity.Error, RuleCategory.Exports)
    {
        OfTopology = index => Findings.OfRepeated(
            index,
            index.Topology.Attachments,
            static attachment => attachment.Export is null ? null : attachment.ExportName,
            static (_, group) => group.Skip(1).Select(attachment => new Finding(
                new Place(attachment.Path, "NbdExport.Name"), attachment.Dev, attachment.ExportName, group[0].Dev)
            {
                Related = new Place(group[0].Path, "NbdExport.Name"),
            })),
    };

    private static bool IsSecondaryDisk(TopologyContext index, Attachment attachment) =>
        index.BackingReferences.All.Any(overlay => overlay.Replication is not null && overlay.Disk!.Path == attachment.Path);
}
