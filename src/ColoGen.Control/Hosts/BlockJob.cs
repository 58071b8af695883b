using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>A job of the reply to <c>query-jobs</c>.</summary>
/// <param name="Id">The <c>id</c>.</param>
/// <param name="Status">The <c>status</c>, a value of <c>JobStatus</c>.</param>
/// <param name="Done">The <c>current-progress</c>, in bytes for a mirror.</param>
/// <param name="Total">The <c>total-progress</c>, in the same unit.</param>
internal sealed record BlockJob(string Id, string Status, long Done, long Total)
{
    public bool IsReady => Status == QemuNames.JobStates.Ready;

    public static ImmutableArray<BlockJob> ReadAll(JsonElement reply) =>
    [
        .. reply.EnumerateArray().Select(job => new BlockJob(
            job.GetProperty("id").GetString()!,
            job.GetProperty(QemuNames.Members.Status).GetString()!,
            job.GetProperty("current-progress").GetInt64(),
            job.GetProperty("total-progress").GetInt64())),
    ];
}
