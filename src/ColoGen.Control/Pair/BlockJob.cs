using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control;

/// <summary>One of the reply to <c>query-jobs</c>.</summary>
internal sealed record BlockJob(string Id, string Status, long Done, long Total, string? Error)
{
    public static ImmutableArray<BlockJob> List(JsonElement reply) =>
    [
        .. reply.EnumerateArray().Select(job => new BlockJob(
            job.GetProperty("id").GetString()!,
            job.GetProperty("status").GetString()!,
            job.GetProperty("current-progress").GetInt64(),
            job.GetProperty("total-progress").GetInt64(),
            job.TryGetProperty("error", out JsonElement error) ? error.GetString() : null)),
    ];
}
