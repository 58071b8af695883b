using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control;

/// <summary>One host of a pair: its connection, and the questions that the controller asks it.</summary>
internal sealed class ColoHost(ColoSide side, QmpClient client, TimeSpan timeout)
{
    public ColoSide Side => side;

    public QmpClient Client => client;

    /// <summary>The same host in another role.</summary>
    public ColoHost As(ColoSide newSide) => new(newSide, client, timeout);

    /// <summary>The same host, with another time for each command.</summary>
    public ColoHost Within(TimeSpan newTimeout) => new(side, client, newTimeout);

    /// <summary>Begins to keep the host's events.</summary>
    /// <exception cref="ColoHostException">There is no connection.</exception>
    public QmpEvents Subscribe()
    {
        try
        {
            return client.Subscribe();
        }
        catch (QmpConnectionException lost)
        {
            throw ColoHostException.Of(side, "events", null, lost);
        }
    }

    /// <summary>Sends a generated command byte for byte.</summary>
    /// <exception cref="ColoHostException">It was refused, not answered, or there is no connection.</exception>
    public async Task SendAsync(ColoCommandLine line, ImmutableArray<ColoDisk> disks, CancellationToken cancellationToken)
    {
        try
        {
            await client.ExecuteLineAsync(line.Bytes, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            throw ColoHostException.Of(side, line.Name, line.Disk(disks), exception);
        }
    }

    /// <summary>Executes one of the controller's own commands, which change nothing in the pair's graph.</summary>
    /// <exception cref="ColoHostException">It was refused, not answered or answered with nonsense, or there is no connection.</exception>
    public async Task<T> AskAsync<T>(
        string command, Func<JsonElement, T> read, CancellationToken cancellationToken, Action<Utf8JsonWriter>? arguments = null)
    {
        try
        {
            return read(await client.ExecuteAsync(command, arguments, timeout, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            throw ColoHostException.Of(side, command, null, exception);
        }
    }

    /// <summary>As <see cref="AskAsync"/>, and out of band where QEMU can: answered even while its main loop hangs.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public async Task<T> AskOutOfBandAsync<T>(
        string command, Func<JsonElement, T> read, CancellationToken cancellationToken, Action<Utf8JsonWriter>? arguments = null)
    {
        if (!client.HasOutOfBand) return await AskAsync(command, read, cancellationToken, arguments).ConfigureAwait(false);
        try
        {
            return read(await client.ExecuteOutOfBandAsync(command, arguments, timeout, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            throw ColoHostException.Of(side, command, null, exception);
        }
    }

    public Task<GuestStatus> GuestAsync(CancellationToken cancellationToken) =>
        AskAsync("query-status", GuestStatus.Read, cancellationToken);

    public Task<ColoStatus> ColoAsync(CancellationToken cancellationToken) =>
        AskAsync("query-colo-status", ColoStatus.Read, cancellationToken);

    public Task<MigrationStatus> MigrationAsync(CancellationToken cancellationToken) =>
        AskAsync("query-migrate", MigrationStatus.Read, cancellationToken);

    public Task<ImmutableArray<BlockJob>> JobsAsync(CancellationToken cancellationToken) =>
        AskAsync("query-jobs", BlockJob.List, cancellationToken);

    /// <summary>The migration capabilities that are on.</summary>
    public Task<HashSet<string>> CapabilitiesAsync(CancellationToken cancellationToken) => AskAsync(
        "query-migrate-capabilities",
        reply => reply.EnumerateArray()
            .Where(item => item.GetProperty("state").GetBoolean())
            .Select(item => item.GetProperty("capability").GetString()!)
            .ToHashSet(),
        cancellationToken);

    public Task<bool> HasKvmAsync(CancellationToken cancellationToken) =>
        AskAsync("query-kvm", reply => reply.GetProperty("enabled").GetBoolean(), cancellationToken);

    /// <summary>The nodes that are exported over NBD.</summary>
    public Task<HashSet<string>> ExportedNodesAsync(CancellationToken cancellationToken) => AskAsync(
        "query-block-exports",
        reply => reply.EnumerateArray()
            .Where(item => item.GetProperty("type").ValueEquals("nbd"u8) && !item.GetProperty("shutting-down").GetBoolean())
            .Select(item => item.GetProperty("node-name").GetString()!)
            .ToHashSet(),
        cancellationToken);

    public async Task<BlockGraph> BlockGraphAsync(CancellationToken cancellationToken)
    {
        ImmutableDictionary<string, BlockNode> nodes = await AskAsync(
            "query-named-block-nodes", BlockNode.Read, cancellationToken, arguments => arguments.WriteBoolean("flat", true)).ConfigureAwait(false);
        return await AskAsync("x-debug-query-block-graph", reply => BlockGraph.Read(nodes, reply), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsFailure(Exception exception) => exception
        is QmpException or QmpConnectionException or QmpTimeoutException or KeyNotFoundException or InvalidOperationException or FormatException;
}
