using System.Collections.Immutable;
using System.Diagnostics;

namespace ColoGen.Control;

/// <summary>
/// Walks a COLO pair through its life. What changes the pair is the pair's own generated commands, sent byte for byte; of its own the controller
/// only asks, and after a failure sets the guest free (<c>yank</c>, <c>migrate_cancel</c>, <c>cont</c>).
/// </summary>
/// <remarks>
/// <para>The connections stay the caller's. Disposing of a controller ends nothing but the controller: guests, QEMUs and COLO go on.</para>
/// <para>It may be used from several threads; one step is taken at a time, and the next waits.</para>
/// <para>A cancelled step sets the guest free, where it was touched, before it throws.</para>
/// </remarks>
public sealed partial class ColoController : IDisposable
{
    private readonly ColoOptions _options;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();
    private IColoPair _pair;
    private ColoHost _primary;
    private ColoHost? _secondary;
    private QmpEvents? _sinceAttach;
    private bool _mayBePromoted;
    private bool _isDisposed;

    /// <summary>For two QEMUs that know nothing of each other yet, or are in COLO already: then <see cref="AdoptAsync"/>.</summary>
    /// <param name="pair">The declaration, with its values.</param>
    /// <param name="primary">To the QEMU that was started as the pair's <c>Primary</c>, without its replicas, and with <c>-S</c>.</param>
    /// <param name="secondary">To the QEMU that was started as the pair's <c>Secondary</c>, with <c>-incoming defer</c>.</param>
    /// <param name="options">How long to wait for what.</param>
    public ColoController(IColoPair pair, QmpClient primary, QmpClient secondary, ColoOptions? options = null)
        : this(pair, primary, ColoInitialRole.Primary, options)
    {
        ArgumentNullException.ThrowIfNull(secondary);
        _secondary = new(ColoSide.Secondary, secondary, _options.CommandTimeout);
        Phase = ColoPhase.Connected;
    }

    /// <summary>For one QEMU whose guest runs by itself, and gets a secondary by <see cref="ResyncAsync"/>.</summary>
    /// <param name="pair">The declaration, with its values.</param>
    /// <param name="alone">To the QEMU that runs the guest.</param>
    /// <param name="origin">What that QEMU was started as.</param>
    /// <param name="options">How long to wait for what.</param>
    public ColoController(IColoPair pair, QmpClient alone, ColoInitialRole origin, ColoOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(alone);
        _options = options ?? new();
        _pair = pair;
        _primary = new(ColoSide.Primary, alone, _options.CommandTimeout);
        InitialRole = origin;
        Phase = ColoPhase.Alone;
    }

    /// <summary>How far the pair has come.</summary>
    public ColoPhase Phase { get; private set; }

    /// <summary>What the host that runs the guest was started as.</summary>
    public ColoInitialRole InitialRole { get; private set; }

    /// <summary>The pair, with the values that the last step used.</summary>
    public IColoPair Pair => _pair;

    /// <summary>The connection to the host that runs the guest.</summary>
    public QmpClient Primary => _primary.Client;

    /// <summary>The connection to the host that follows; null where there is none.</summary>
    public QmpClient? Secondary => _secondary?.Client;

    private ImmutableArray<ColoDisk> Disks => _pair.Disks;

    /// <summary>Checks both hosts, lets the secondary export its disks and wait for the migration, and checks its block graph.</summary>
    /// <exception cref="ColoException">A host can't be one of this pair, or a command failed; the exports are taken back.</exception>
    /// <exception cref="ArgumentException">A value of the pair can't be carried; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The pair has come further already.</exception>
    public async Task PrepareAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Connected).ConfigureAwait(false);
        await PrepareSecondaryAsync(_pair, _secondary!, progress, cancellationToken).ConfigureAwait(false);
        Phase = ColoPhase.Prepared;
    }

    /// <summary>The inverse of <see cref="PrepareAsync"/>: takes the exports back. The secondary goes on waiting for a migration.</summary>
    /// <exception cref="ColoException">A command failed.</exception>
    /// <exception cref="InvalidOperationException">The pair is not prepared.</exception>
    public async Task ReleaseAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Prepared).ConfigureAwait(false);
        await StepAsync(
            ColoStep.ReleaseSecondary, progress, () => SendAsync(_secondary!, ColoCommandList.Read(_pair, ColoCommands.SecondaryRelease), cancellationToken)).ConfigureAwait(false);
        Phase = ColoPhase.Connected;
    }

    /// <summary>Gives the primary its replicas. Its guest must stand still from before this until COLO runs, and both hosts' disks must have the same content.</summary>
    /// <remarks>For a guest that runs, and disks that differ, use <see cref="ResyncAsync"/>.</remarks>
    /// <exception cref="ColoException">The guest runs, or a command failed; the replicas are taken away again.</exception>
    /// <exception cref="ArgumentException">A value of the pair can't be carried; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The pair is not prepared, or has come further.</exception>
    public async Task AttachAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Prepared).ConfigureAwait(false);
        try
        {
            await AttachReplicasAsync(_pair, progress, cancellationToken).ConfigureAwait(false);
            Phase = ColoPhase.Attached;
        }
        catch (ColoException exception) when (exception.Step == ColoStep.CheckHosts)
        {
            throw;
        }
        catch (Exception exception)
        {
            await RecoverAfterAsync(exception, _pair, letRun: false, ColoPhase.Prepared).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The inverse of <see cref="AttachAsync"/>: takes the replicas away. The guest stays as it is.</summary>
    /// <exception cref="ColoException">A command failed.</exception>
    /// <exception cref="InvalidOperationException">No replicas are attached, or COLO runs.</exception>
    public async Task DetachAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Attached).ConfigureAwait(false);
        await StepAsync(
            ColoStep.DetachReplica, progress, () => SendAsync(_primary, ColoCommandList.Read(_pair, DetachCommands), cancellationToken)).ConfigureAwait(false);
        ForgetAttach();
        Phase = ColoPhase.Prepared;
    }

    /// <summary>
    /// Looks on both hosts for everything that QEMU would hang on, or lose data by, without a word; then starts COLO, and waits until it runs.
    /// QEMU lets the guest run.
    /// </summary>
    /// <exception cref="ColoException">
    /// The pair was refused before its guest was touched, or COLO did not start: then the replicas are taken away and the guest runs by itself
    /// on the primary, <see cref="ColoPhase.Alone"/>. The secondary is then of no more use: end it.
    /// </exception>
    /// <exception cref="InvalidOperationException">No replicas are attached, or COLO runs.</exception>
    public async Task StartAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Attached).ConfigureAwait(false);
        await StepAsync(ColoStep.CheckBeforeStart, progress, () => CheckBeforeStartAsync(_secondary!, cancellationToken)).ConfigureAwait(false);

        StartAttempt attempt = new();
        try
        {
            await StartColoAsync(_pair, _secondary!, attempt, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (attempt.MayMigrate)
        {
            await RecoverAfterAsync(exception, _pair, letRun: true, ColoPhase.Alone).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Changes the time between checkpoints: sends <see cref="ColoCommands.CheckpointDelay"/> of a pair that differs in nothing else.</summary>
    /// <param name="pair">The pair with another delay: <c>pair with { CheckpointDelay = 500 }</c>.</param>
    /// <param name="progress">Told of the step.</param>
    /// <param name="cancellationToken">Ends the wait; QEMU may still do it.</param>
    /// <exception cref="ColoException">QEMU refused or did not answer, or has another delay than it was told.</exception>
    /// <exception cref="ArgumentException">The pair has no delay, other disks or another QEMU; nothing was sent.</exception>
    public async Task SetCheckpointDelayAsync(IColoPair pair, IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        RequireSamePair(pair);
        IReadOnlyList<ColoCommandLine> lines = ColoCommandList.Read(pair, ColoCommands.CheckpointDelay);
        if (lines.Count == 0) throw new ArgumentException("The pair has no checkpoint delay.", nameof(pair));

        const string parameter = "x-checkpoint-delay";
        long expected = lines[^1].Arguments.GetProperty(parameter).GetInt64();
        using Turn turn = await BeginAsync(cancellationToken).ConfigureAwait(false);
        await StepAsync(ColoStep.SetCheckpointDelay, progress, async () =>
        {
            await SendAsync(_primary, lines, cancellationToken).ConfigureAwait(false);
            long found = await _primary.AskAsync("query-migrate-parameters", reply => reply.GetProperty(parameter).GetInt64(), cancellationToken).ConfigureAwait(false);
            if (found != expected)
            {
                throw new ColoException(ColoStep.SetCheckpointDelay, ColoSide.Primary, $"QEMU has the {parameter} {found} after it was told {expected}.");
            }
        }).ConfigureAwait(false);
        _pair = pair;
    }

    /// <summary>Ends the controller's watches, and nothing else: guests, QEMUs, COLO and connections go on.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _stop.Cancel();
        ForgetAttach();
    }

    private ColoCommands AttachCommands => InitialRole == ColoInitialRole.Primary ? ColoCommands.PrimaryAttach : ColoCommands.SurvivorAttach;

    private ColoCommands DetachCommands => InitialRole == ColoInitialRole.Primary ? ColoCommands.PrimaryDetach : ColoCommands.SurvivorDetach;

    private ColoCommands FailoverCommands => InitialRole == ColoInitialRole.Primary ? ColoCommands.PrimaryFailover : ColoCommands.SurvivorFailover;

    private async Task<Turn> BeginAsync(CancellationToken cancellationToken, params ColoPhase[] phases)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (phases.Length == 0 || phases.Contains(Phase)) return new(_turn);

        _turn.Release();
        throw new InvalidOperationException($"The pair is {Phase}, and this step is for a pair that is {string.Join(" or ", phases)}.");
    }

    private void RequireSamePair(IColoPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (!pair.Disks.SequenceEqual(Disks) || pair.Qemu != _pair.Qemu)
        {
            throw new ArgumentException("The pair has other disks or another QEMU than the one that this controller walks.", nameof(pair));
        }
    }

    private static Task StepAsync(ColoStep step, IProgress<ColoProgress>? progress, Func<Task> work) => StepAsync(step, progress, async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    /// <summary>Reports a step, and gives the failures in it the step's name.</summary>
    private static async Task<T> StepAsync<T>(ColoStep step, IProgress<ColoProgress>? progress, Func<Task<T>> work)
    {
        long began = Stopwatch.GetTimestamp();
        progress?.Report(new(step, 0, TimeSpan.Zero));
        T result;
        try
        {
            result = await work().ConfigureAwait(false);
        }
        catch (ColoHostException failure)
        {
            throw failure.In(step);
        }

        progress?.Report(new(step, 1, Stopwatch.GetElapsedTime(began)));
        return result;
    }

    private async Task SendAsync(ColoHost host, IEnumerable<ColoCommandLine> lines, CancellationToken cancellationToken)
    {
        foreach (ColoCommandLine line in lines) await host.SendAsync(line, Disks, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends them all, whatever QEMU refuses, and gives back its first refusal. What came of it must be looked at.</summary>
    private async Task<ColoHostException?> SendAllAsync(ColoHost host, IEnumerable<ColoCommandLine> lines, CancellationToken cancellationToken)
    {
        ColoHostException? first = null;
        foreach (ColoCommandLine line in lines)
        {
            try
            {
                await host.SendAsync(line, Disks, cancellationToken).ConfigureAwait(false);
            }
            catch (ColoHostException refusal) when (refusal.InnerException is QmpException)
            {
                first ??= refusal;
            }
        }

        return first;
    }

    /// <summary>Asks until it is so; false when it never was.</summary>
    private async Task<bool> WaitUntilAsync(Func<Task<bool>> isSo, TimeSpan timeout, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await isSo().ConfigureAwait(false))
        {
            if (Stopwatch.GetElapsedTime(began) > timeout) return false;
            await Task.Delay(_options.PollInterval, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private void ForgetAttach()
    {
        _sinceAttach?.Dispose();
        _sinceAttach = null;
    }

    /// <summary>One step at a time.</summary>
    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
