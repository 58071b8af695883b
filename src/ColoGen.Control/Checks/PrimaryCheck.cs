using System.Text.Json;

namespace ColoGen.Control;

/// <summary>What a primary must look like; otherwise COLO runs, and replicates nothing.</summary>
internal static class PrimaryCheck
{
    /// <exception cref="ColoException">The disk would not be replicated.</exception>
    public static void Check(ColoStep step, ColoDisk disk, ColoInitialRole origin, BlockGraph graph)
    {
        const string attach = "AttachAsync adds it; somebody has changed the graph since.";
        string name = disk.Replica(origin);

        if (graph.Find(disk.Root) is not { Driver: "quorum" })
        {
            throw Refuse($"it has no quorum '{disk.Root}'.", "Start it with the arguments of the pair's declaration.");
        }

        if (graph.Child(disk.Root, disk.Child(origin))?.Name != name)
        {
            throw Refuse($"its replica '{name}' is not the child {disk.Child(origin)} of '{disk.Root}', so COLO would replicate nothing of it.", attach);
        }

        BlockNode replica = graph.Find(name)!;
        if (replica.Driver != "replication" || replica.Option("mode") is { } mode && mode != "primary")
        {
            throw Refuse($"its replica '{name}' is no replication of the mode primary.", attach);
        }

        if (graph.Below(name).FirstOrDefault(node => node.Driver == "nbd") is null)
        {
            throw Refuse($"its replica '{name}' does not go over NBD, so it is on no other host.", attach);
        }

        if (Export(replica.Options) is { } export && export != disk.Export)
        {
            throw Refuse($"its replica '{name}' writes to the export '{export}' and not to '{disk.Export}'.", attach);
        }

        long size = graph.Find(disk.Root)!.Size;
        if (replica.Size != size)
        {
            throw Refuse($"its replica '{name}' has {replica.Size} bytes, and '{disk.Root}' has {size}.", "A write behind the shorter one's end would abort QEMU.");
        }

        ColoException Refuse(string cause, string fix) => new(step, ColoSide.Primary, cause, fix, disk.Dev);
    }

    /// <summary>The export that the options of a replica lead to; null where QEMU does not tell.</summary>
    private static string? Export(JsonElement options)
    {
        if (options.ValueKind != JsonValueKind.Object) return null;
        if (options.TryGetProperty("export", out JsonElement export)) return export.GetString();
        return options.TryGetProperty("file", out JsonElement file) ? Export(file) : null;
    }
}
