using System.Text.Json;

namespace ColoGen.Control;

/// <summary>One generated command: the bytes that are sent, and what can be read in them.</summary>
internal sealed record ColoCommandLine(ReadOnlyMemory<byte> Bytes, string Name, JsonElement Arguments)
{
    /// <summary>The node that the command adds; null where it adds none.</summary>
    public string? AddedNode => Name == "blockdev-add" ? Arguments.GetProperty("node-name").GetString() : null;

    /// <summary>The dev of the disk that the command is about; null where it is about none.</summary>
    public string? Disk(IEnumerable<ColoDisk> disks)
    {
        HashSet<string> texts = [.. Texts(Arguments)];
        return disks.FirstOrDefault(disk => texts.Overlaps(Names(disk)) || texts.Any(text => text.StartsWith(disk.Dev + "-", StringComparison.Ordinal)))?.Dev;
    }

    private static IEnumerable<string> Names(ColoDisk disk) =>
        [disk.Root, disk.PrimaryReplica, disk.SurvivorReplica, disk.SecondaryReplica, disk.SecondaryDisk, disk.Export, disk.MirrorJob];

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
