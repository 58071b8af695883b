using System.Collections.Immutable;
using System.Text.Json;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Hosts;

/// <summary>One host of a pair: its connection, and the queries and recovery commands that the controller sends to it.</summary>
/// <param name="side">The side that the host is on.</param>
/// <param name="client">The connection.</param>
/// <param name="timeout">The timeout of each command.</param>
internal sealed class ColoHost(ColoSide side, QmpClient client, TimeSpan timeout)
{
    private const string KvmEnabled = "enabled";
    private const string DeviceNotFound = "DeviceNotFound";

    public ColoSide Side => side;

    public QmpClient Client => client;

    /// <summary>The same host on another side.</summary>
    public ColoHost WithSide(ColoSide newSide) => new(newSide, client, timeout);

    /// <summary>The same host with another timeout for each command.</summary>
    public ColoHost WithTimeout(TimeSpan newTimeout) => new(side, client, newTimeout);

    /// <summary>Subscribes to the events with these names.</summary>
    /// <exception cref="HostCommandException">The connection is lost.</exception>
    public QmpEvents Subscribe(params string[] names)
    {
        try
        {
            return client.Subscribe(names);
        }
        catch (QmpConnectionException lost)
        {
            throw new HostCommandException(side, "events", null, lost);
        }
    }

    /// <summary>Sends generated commands byte for byte, in order.</summary>
    /// <exception cref="HostCommandException">A command failed. The commands after it were not sent.</exception>
    public async Task SendAsync(PairCommands pair, IEnumerable<GeneratedCommand> commands, CancellationToken cancellationToken)
    {
        foreach (GeneratedCommand command in commands) await SendAsync(pair, command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a generated command byte for byte.</summary>
    /// <exception cref="HostCommandException">It failed.</exception>
    public async Task SendAsync(PairCommands pair, GeneratedCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await client.ExecuteLineAsync(command.Line, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsCommandFailure(exception))
        {
            throw new HostCommandException(side, command.Name, pair.FindDisk(command), exception);
        }
    }

    /// <summary>Sends generated commands byte for byte, in order. Continues after a command that QEMU refuses.</summary>
    /// <returns>The first refusal; null if there was none.</returns>
    /// <exception cref="HostCommandException">A command was not answered.</exception>
    public async Task<HostCommandException?> TrySendAsync(
        PairCommands pair, IEnumerable<GeneratedCommand> commands, CancellationToken cancellationToken)
    {
        HostCommandException? first = null;
        foreach (GeneratedCommand command in commands)
        {
            try
            {
                await SendAsync(pair, command, cancellationToken).ConfigureAwait(false);
            }
            catch (HostCommandException refusal) when (refusal.IsRefusal)
            {
                first ??= refusal;
            }
        }

        return first;
    }

    /// <summary>Sends <c>cont</c>.</summary>
    /// <exception cref="HostCommandException">It failed.</exception>
    public Task ContinueGuestAsync(CancellationToken cancellationToken) => ExecuteAsync(Commands.Cont, _ => true, cancellationToken);

    /// <summary>Sends <c>migrate_cancel</c>.</summary>
    /// <exception cref="HostCommandException">It failed.</exception>
    public Task CancelMigrationAsync(CancellationToken cancellationToken) => ExecuteAsync(Commands.MigrateCancel, _ => true, cancellationToken);

    /// <summary>The token of the host; null if it has none.</summary>
    /// <exception cref="HostCommandException">The query failed.</exception>
    public async Task<PairToken?> QueryTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(Commands.QomGet, reply => new PairToken(reply.GetString()!), cancellationToken, arguments =>
            {
                arguments.WriteString("path", TokenObject.Path);
                arguments.WriteString("property", TokenObject.Identity);
            }).ConfigureAwait(false);
        }
        catch (HostCommandException failure) when (failure.InnerException is QmpException { Class: DeviceNotFound })
        {
            return null;
        }
    }

    /// <summary>Adds the token.</summary>
    /// <exception cref="HostCommandException">It failed. QEMU refuses it if the host has one.</exception>
    public Task AddTokenAsync(PairToken token, CancellationToken cancellationToken) => ExecuteAsync(
        Commands.ObjectAdd,
        _ => true,
        cancellationToken,
        arguments =>
        {
            arguments.WriteString("qom-type", TokenObject.QomType);
            arguments.WriteString("id", TokenObject.Id);
            arguments.WriteString(TokenObject.Identity, token.Text);
        });

    /// <summary>Removes the token.</summary>
    /// <exception cref="HostCommandException">It failed.</exception>
    public Task RemoveTokenAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(Commands.ObjectDel, _ => true, cancellationToken, arguments => arguments.WriteString("id", TokenObject.Id));

    public Task<GuestStatus> QueryGuestAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(Commands.QueryStatus, GuestStatus.Read, cancellationToken);

    public Task<ColoStatus> QueryColoAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(Commands.QueryColoStatus, ColoStatus.Read, cancellationToken);

    public Task<MigrationStatus> QueryMigrationAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(Commands.QueryMigrate, MigrationStatus.Read, cancellationToken);

    /// <summary>The migration capabilities that are on.</summary>
    public Task<HashSet<string>> QueryCapabilitiesAsync(CancellationToken cancellationToken) => ExecuteAsync(
        Commands.QueryMigrateCapabilities,
        reply => reply.EnumerateArray()
            .Where(item => item.GetProperty("state").GetBoolean())
            .Select(item => item.GetProperty("capability").GetString()!)
            .ToHashSet(),
        cancellationToken);

    /// <summary>The <c>x-checkpoint-delay</c>, in milliseconds.</summary>
    public Task<long> QueryCheckpointDelayAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(Commands.QueryMigrateParameters, reply => reply.GetProperty(Parameters.CheckpointDelay).GetInt64(), cancellationToken);

    /// <summary>The jobs with these ids.</summary>
    public async Task<BlockJob[]> QueryJobsAsync(IReadOnlySet<string> ids, CancellationToken cancellationToken) =>
        [.. (await ExecuteAsync(Commands.QueryJobs, BlockJob.ReadAll, cancellationToken).ConfigureAwait(false)).Where(job => ids.Contains(job.Id))];

    public Task<bool> QueryKvmAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(Commands.QueryKvm, reply => reply.GetProperty(KvmEnabled).GetBoolean(), cancellationToken);

    /// <summary>The nodes that are exported over NBD.</summary>
    public Task<HashSet<string>> QueryExportedNodesAsync(CancellationToken cancellationToken) => ExecuteAsync(
        Commands.QueryBlockExports,
        reply => reply.EnumerateArray()
            .Where(IsNbdExport)
            .Select(item => item.GetProperty(Members.NodeName).GetString()!)
            .ToHashSet(),
        cancellationToken);

    /// <summary>The ids of the NBD exports.</summary>
    public Task<HashSet<string>> QueryExportsAsync(CancellationToken cancellationToken) => ExecuteAsync(
        Commands.QueryBlockExports,
        reply => reply.EnumerateArray().Where(IsNbdExport).Select(item => item.GetProperty("id").GetString()!).ToHashSet(),
        cancellationToken);

    public async Task<LiveBlockGraph> QueryBlockGraphAsync(CancellationToken cancellationToken)
    {
        ImmutableDictionary<string, LiveBlockNode> nodes = await ExecuteAsync(
            Commands.QueryBlockNodes, LiveBlockNode.ReadAll, cancellationToken, arguments => arguments.WriteBoolean("flat", true)).ConfigureAwait(false);
        return await ExecuteAsync(Commands.QueryBlockGraph, reply => LiveBlockGraph.Read(nodes, reply), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The instances that <c>yank</c> can disconnect, queried out of band if QEMU supports that.</summary>
    public Task<YankInstance[]> QueryYankAsync(CancellationToken cancellationToken) => ExecuteOutOfBandAsync(
        Commands.QueryYank, reply => reply.EnumerateArray().Select(YankInstance.Read).OfType<YankInstance>().ToArray(), cancellationToken);

    /// <summary>Sends <c>yank</c>, out of band if QEMU supports that: QEMU executes it even if its main loop waits for the other host.</summary>
    /// <exception cref="HostCommandException">It failed.</exception>
    public Task YankAsync(IEnumerable<YankInstance> instances, CancellationToken cancellationToken) => ExecuteOutOfBandAsync(
        Commands.Yank,
        _ => true,
        cancellationToken,
        arguments =>
        {
            arguments.WriteStartArray("instances");
            foreach (YankInstance instance in instances) instance.Write(arguments);
            arguments.WriteEndArray();
        });

    private static bool IsNbdExport(JsonElement export) =>
        export.GetProperty(Members.Type).ValueEquals("nbd"u8) && !export.GetProperty("shutting-down").GetBoolean();

    private async Task<T> ExecuteAsync<T>(
        string command, Func<JsonElement, T> read, CancellationToken cancellationToken, Action<Utf8JsonWriter>? arguments = null)
    {
        try
        {
            return read(await client.ExecuteAsync(command, arguments, timeout, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsCommandFailure(exception))
        {
            throw new HostCommandException(side, command, null, exception);
        }
    }

    private async Task<T> ExecuteOutOfBandAsync<T>(
        string command, Func<JsonElement, T> read, CancellationToken cancellationToken, Action<Utf8JsonWriter>? arguments = null)
    {
        if (!client.HasOutOfBand) return await ExecuteAsync(command, read, cancellationToken, arguments).ConfigureAwait(false);
        try
        {
            return read(await client.ExecuteOutOfBandAsync(command, arguments, timeout, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsCommandFailure(exception))
        {
            throw new HostCommandException(side, command, null, exception);
        }
    }

    /// <summary>The last three mean that a reply has another shape than documented.</summary>
    private static bool IsCommandFailure(Exception exception) => exception
        is QmpException or QmpConnectionException or QmpTimeoutException or KeyNotFoundException or InvalidOperationException or FormatException;
}
