using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>A disk that the guest sees on both hosts of a pair.</summary>
internal sealed record PairedDisk(Attachment Primary, Attachment Secondary)
{
    public string Dev => Primary.Dev;

    /// <summary>The disks with one dev on both hosts, in the order of the primary.</summary>
    public static IEnumerable<PairedDisk> Of(Pair pair) =>
        from primary in pair.Primary?.Attachments ?? default
        where !primary.IsHostDisk
        let secondary = pair.Secondary?.Attachments.FirstOrDefault(attachment => !attachment.IsHostDisk && attachment.Dev == primary.Dev)
        where secondary is not null
        select new PairedDisk(primary, secondary);
}
