using ColoGen.Control.Hosts;
using ColoGen.Control.Operations;
using ColoGen.Control.Watching;

namespace ColoGen.Control;

/// <summary>
/// Controls the lifecycle of a COLO pair. The controller sends the commands generated for the pair, byte for byte. Its own commands are queries,
/// <c>object-add</c> and <c>object-del</c> of the object <c>cologen-pair</c>, which says of which pair a host is, and after a failure the recovery
/// commands <c>yank</c>, <c>migrate_cancel</c> and <c>cont</c>.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Operations run one at a time; later calls wait for the current operation.</para>
/// <para>
/// Connections remain the caller's. Disposing the controller does not close them, and does not change guests, QEMUs and COLO.
/// </para>
/// <para>
/// An operation that fails or is cancelled after it changed the guest tries to recover the guest before it throws; <see
/// cref="ColoException.RecoveryFailure"/> says if it could not. If the controller's process ends in an operation, the guest may stand still until
/// a new controller calls <see cref="AdoptAsync"/> and <see cref="RecoverGuestAsync"/>.
/// </para>
/// <para>
/// All operations throw <see cref="ObjectDisposedException"/> after disposal, and <see cref="OperationCanceledException"/> if cancelled.
/// </para>
/// </remarks>
public sealed class ColoController : IDisposable, IAsyncDisposable
{
    private readonly ColoOptions _options;
    private readonly OperationLock _lock;
    private readonly FencingCalls _fencingCalls = new();
    private readonly CancellationTokenSource _watches = new();
    private readonly object _gate = new();
    private PairState _state;
    private bool _isDisposed;

    /// <summary>
    /// Creates a controller for two QEMUs that have not been connected to each other: phase <see cref="ColoPhase.Connected"/>. For two QEMUs that
    /// another controller has prepared or started, call <see cref="AdoptAsync"/> next.
    /// </summary>
    /// <param name="pair">The declared pair, with its values.</param>
    /// <param name="primary">The connection to the QEMU that was started as the pair's <c>Primary</c>, without replicas and with <c>-S</c>.</param>
    /// <param name="secondary">The connection to the QEMU that was started as the pair's <c>Secondary</c>, with <c>-incoming defer</c>.</param>
    /// <param name="options">Timeouts and clock; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The pair or a connection is null.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid: see <see cref="IValidatable.Validate"/>.</exception>
    public ColoController(IColoPair pair, QmpClient primary, QmpClient secondary, ColoOptions? options = null)
        : this(pair, primary, ColoInitialRole.Primary, options)
    {
        ArgumentNullException.ThrowIfNull(secondary);
        _state = _state with { Phase = ColoPhase.Connected, Secondary = new(ColoSide.Secondary, secondary, _options.CommandTimeout) };
    }

    /// <summary>
    /// Creates a controller for one QEMU that runs the guest alone: phase <see cref="ColoPhase.Alone"/>. <see cref="ResyncAsync"/> gives it a
    /// secondary. For a QEMU of a pair whose other host is dead or can't be reached, call <see cref="AdoptAsync"/> next, and then
    /// <see cref="FailoverAsync"/>.
    /// </summary>
    /// <param name="pair">The declared pair, with its values.</param>
    /// <param name="primary">The connection to the QEMU, which <see cref="AdoptAsync"/> may find to be the secondary.</param>
    /// <param name="initialRole">The role in which that QEMU was started.</param>
    /// <param name="options">Timeouts and clock; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The pair or the connection is null.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid: see <see cref="IValidatable.Validate"/>.</exception>
    public ColoController(IColoPair pair, QmpClient primary, ColoInitialRole initialRole, ColoOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(primary);
        _options = options ?? new();
        _lock = new(() => State.ResumesSinceAttach?.Dispose());
        _state = new(new(pair), ColoPhase.Alone, initialRole, new(ColoSide.Primary, primary, _options.CommandTimeout), Secondary: null);
    }

    /// <summary>The phase of the pair at the end of the last operation.</summary>
    public ColoPhase Phase => State.Phase;

    /// <summary>The role in which the host was started that runs the guest.</summary>
    public ColoInitialRole InitialRole => State.InitialRole;

    /// <summary>The pair, with the values that the last operation used.</summary>
    public IColoPair Pair => State.Commands.Pair;

    /// <summary>The connection to the host that runs the guest; null if there is none, as after the primary died.</summary>
    public QmpClient? Primary => State.Primary?.Client;

    /// <summary>The connection to the secondary; null if there is none.</summary>
    public QmpClient? Secondary => State.Secondary?.Client;

    private PairState State => Volatile.Read(ref _state);

    /// <summary>
    /// Finds out where the pair is, after another controller has ended at any point: asks both hosts, or the one that is connected. Sends queries only.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Checks that the hosts are the two ends of this pair: with the object <c>cologen-pair</c> that the controller which started the pair has added to
    /// both, with the NBD server that the primary's replicas use, and with the address where the secondary listened for the migration.
    /// </para>
    /// <para>The result's phase, which is also <see cref="Phase"/>, says what to call next:</para>
    /// <list type="bullet">
    /// <item><see cref="ColoPhase.Running"/>: both hosts are in COLO, all replicas and exports are there, and the guest runs.</item>
    /// <item><see cref="ColoPhase.Connected"/>, <see cref="ColoPhase.Prepared"/>, <see cref="ColoPhase.Attached"/>: the start goes on from there.</item>
    /// <item><see cref="ColoPhase.Alone"/>: the primary is outside of COLO, and nothing of a resync is left.</item>
    /// <item>
    /// <see cref="ColoPhase.Unknown"/>: something was broken off. <see cref="RecoverGuestAsync"/> takes it back; if the other host is not connected and
    /// may run the guest, <see cref="FailoverAsync"/> lets this one take over.
    /// </item>
    /// </list>
    /// </remarks>
    /// <param name="progress">Receives the progress of the step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The phase, and what it was concluded from.</returns>
    /// <exception cref="ColoException">
    /// A host does not answer, is not of this pair, or has another role; or the secondary runs the guest outside of COLO. The phase does not change.
    /// </exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// The phase is neither <see cref="ColoPhase.Connected"/> nor <see cref="ColoPhase.Alone"/>.
    /// </exception>
    public async Task<ColoAdoptResult> AdoptAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        AdoptOperation operation = await RunAsync(
            state => new AdoptOperation(new(_options, progress), state), cancellationToken, ColoPhase.Connected, ColoPhase.Alone).ConfigureAwait(false);
        return operation.Result!;
    }

    /// <summary>
    /// Prepares the secondary: sends <see cref="ColoCommands.SecondaryPrepare"/>. Before that it checks versions and accelerators of both hosts,
    /// after that the secondary's block graph and the sizes of all images.
    /// </summary>
    /// <param name="progress">Receives the progress of each step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">
    /// A check or a command failed, or another start uses one of the hosts. What this call has added is removed again, with commands of
    /// <see cref="ColoCommands.SecondaryRelease"/>; nothing else is.
    /// </exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The phase is not <see cref="ColoPhase.Connected"/>.</exception>
    public Task PrepareAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(state => new PrepareOperation(new(_options, progress), state), cancellationToken, ColoPhase.Connected);

    /// <summary>
    /// Reverses <see cref="PrepareAsync"/>: sends <see cref="ColoCommands.SecondaryRelease"/>. The secondary continues to wait for a migration, which QEMU
    /// can't end: another <see cref="PrepareAsync"/> must be of a pair with the same migration address.
    /// </summary>
    /// <param name="progress">Receives the progress of each step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">A command failed. The call can be repeated.</exception>
    /// <exception cref="InvalidOperationException">The phase is not <see cref="ColoPhase.Prepared"/>.</exception>
    public Task ReleaseAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(state => new ReleaseOperation(new(_options, progress), state), cancellationToken, ColoPhase.Prepared);

    /// <summary>
    /// Attaches the replicas to the primary: sends <see cref="ColoCommands.PrimaryAttach"/> or <see cref="ColoCommands.SurvivorAttach"/>.
    /// </summary>
    /// <remarks>
    /// The primary's guest must be stopped until COLO runs, and the disks of both hosts must have the same content. For a guest that runs, or
    /// disks that differ, use <see cref="ResyncAsync"/>.
    /// </remarks>
    /// <param name="progress">Receives the progress of each step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">
    /// The guest runs, another start uses the primary, or a command failed. What this call has added is removed again, unless
    /// <see cref="ColoException.RecoveryFailure"/> says why not.
    /// </exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The phase is not <see cref="ColoPhase.Prepared"/>.</exception>
    public Task AttachAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(state => new AttachOperation(new(_options, progress), state), cancellationToken, ColoPhase.Prepared);

    /// <summary>
    /// Reverses <see cref="AttachAsync"/>: sends <see cref="ColoCommands.PrimaryDetach"/> or <see cref="ColoCommands.SurvivorDetach"/>. Does not
    /// stop or resume the guest.
    /// </summary>
    /// <param name="progress">Receives the progress of each step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">A command failed. The call can be repeated.</exception>
    /// <exception cref="InvalidOperationException">The phase is not <see cref="ColoPhase.Attached"/>.</exception>
    public Task DetachAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(state => new DetachOperation(new(_options, progress), state), cancellationToken, ColoPhase.Attached);

    /// <summary>
    /// Starts COLO: sends <see cref="ColoCommands.Start"/>, and waits until <c>query-colo-status</c> shows both modes and the primary's guest
    /// runs. Before that it checks both hosts for what would hang QEMU, or lose data, without an error. QEMU resumes the guest.
    /// </summary>
    /// <param name="progress">Receives the progress of each step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">
    /// A check failed, and the guest was not changed. Or COLO did not start: then the replicas are removed, the guest runs on the primary, and the
    /// phase is <see cref="ColoPhase.Alone"/>. The secondary can't be used again; end its QEMU.
    /// </exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The phase is not <see cref="ColoPhase.Attached"/>.</exception>
    public Task StartAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(state => new StartOperation(new(_options, progress), state), cancellationToken, ColoPhase.Attached);

    /// <summary>
    /// Changes the interval between checkpoints: sends <see cref="ColoCommands.CheckpointDelay"/> of a pair that differs in nothing else, and
    /// verifies it with <c>query-migrate-parameters</c>. Possible in every phase with a primary.
    /// </summary>
    /// <param name="pair">The pair with another delay: <c>pair with { CheckpointDelay = 500 }</c>.</param>
    /// <param name="progress">Receives the progress of the step.</param>
    /// <param name="cancellationToken">Cancels the wait. QEMU may still execute the command.</param>
    /// <exception cref="ColoException">QEMU refused the command or did not answer, or has another delay than the one that was sent.</exception>
    /// <exception cref="ArgumentException">
    /// The pair has no delay, or other disks, another QEMU or another address than the one of this controller. Nothing was sent.
    /// </exception>
    /// <exception cref="InvalidOperationException">There is no connection to the primary.</exception>
    public Task SetCheckpointDelayAsync(IColoPair pair, IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        PairCommands commands = RequireSamePair(pair);
        IReadOnlyList<GeneratedCommand> delay = commands.Read(ColoCommands.CheckpointDelay);
        if (delay.Count == 0) throw new ArgumentException("The pair has no checkpoint delay.", nameof(pair));
        return RunAsync(
            state => new CheckpointDelayOperation(new(_options, progress), RequireSameAddresses(state, commands), commands, delay), cancellationToken);
    }

    /// <summary>
    /// Lets one side run the guest alone, after the other side was fenced: sends <see cref="ColoCommands.PrimaryFailover"/>,
    /// <see cref="ColoCommands.SurvivorFailover"/> or <see cref="ColoCommands.SecondaryFailover"/>, and waits until the guest runs outside of COLO.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Until the callback has confirmed, only queries are sent. After that the fenced side is queried once more, if the controller has a connection to it;
    /// no answer is the expected result. A side that was confirmed to be dead must not answer anything, out of band either. One that was cut off may
    /// answer, completely, that its guest is stopped and COLO has ended.
    /// </para>
    /// <para>
    /// A survivor whose QEMU waits for the other side executes only <c>query-yank</c> and <c>yank</c>, out of band. If <c>query-yank</c> lists a connection
    /// to the other side, that side is fenced, the connection is shut down, and the survivor is checked then.
    /// </para>
    /// </remarks>
    /// <param name="survivor">The side that takes over.</param>
    /// <param name="fencing">Ensures that the other side does not run the guest any more.</param>
    /// <param name="progress">Receives the progress of each step.</param>
    /// <param name="cancellationToken">Cancels the operation. Until fencing is confirmed, the survivor is not changed.</param>
    /// <returns>How the other side was fenced, and how long it took.</returns>
    /// <exception cref="ColoException">
    /// The survivor can't take over, or the fencing callback of an earlier failover still runs; fencing was refused, failed or timed out; the fenced
    /// side still answers; or QEMU did not execute the failover.
    /// <see cref="ColoException.Step"/> says which. The call can be repeated.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The phase is neither <see cref="ColoPhase.Running"/> nor <see cref="ColoPhase.Unknown"/>, or there is no secondary that could take over.
    /// </exception>
    public async Task<ColoFailoverResult> FailoverAsync(
        ColoSide survivor, ColoFencing fencing, IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fencing);
        FailoverOperation operation = await RunAsync(
            state => new FailoverOperation(new(_options, progress), state, survivor, fencing, _fencingCalls),
            cancellationToken,
            ColoPhase.Running,
            ColoPhase.Unknown).ConfigureAwait(false);
        return operation.Result!;
    }

    /// <summary>
    /// Gives a host that runs the guest alone a new secondary: prepares it, copies the disks to it while the guest runs
    /// (<see cref="ColoCommands.Mirror"/>), attaches the replicas, and starts COLO. The guest is stopped from the end of the copy until COLO runs.
    /// </summary>
    /// <param name="pair">The pair with the new secondary's addresses and files: <c>pair with { NbdHost = … }</c>.</param>
    /// <param name="newSecondary">
    /// The connection to a QEMU that was started as the pair's <c>Secondary</c> with <c>-incoming defer</c>. The content of its disks is overwritten.
    /// </param>
    /// <param name="progress">Receives the progress of each step, and of the copy.</param>
    /// <param name="cancellationToken">Cancels the operation. The guest continues alone.</param>
    /// <exception cref="ColoException">
    /// A step failed. The guest runs alone; if it could not be recovered, <see cref="ColoException.RecoveryFailure"/> says why.
    /// </exception>
    /// <exception cref="ArgumentException">The pair has other disks, another QEMU or an invalid value. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// The phase is none of <see cref="ColoPhase.Alone"/>, <see cref="ColoPhase.Prepared"/> and <see cref="ColoPhase.Connected"/>.
    /// </exception>
    public Task ResyncAsync(
        IColoPair pair, QmpClient newSecondary, IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newSecondary);
        PairCommands commands = RequireSamePair(pair);
        return RunAsync(
            state => new ResyncOperation(new(_options, progress), state, commands, newSecondary),
            cancellationToken,
            ColoPhase.Alone,
            ColoPhase.Prepared,
            ColoPhase.Connected);
    }

    /// <summary>
    /// Recovers the guest after an operation whose own recovery failed, or whose controller ended: ends a migration, COLO and mirrors
    /// (<c>yank</c>, <c>migrate_cancel</c>, <c>x-colo-lost-heartbeat</c>, <see cref="ColoCommands.MirrorCancel"/>), removes the replicas, and resumes
    /// the guest on the primary (<c>cont</c>). The phase is <see cref="ColoPhase.Alone"/> afterwards.
    /// </summary>
    /// <remarks>
    /// The guest is not resumed if the secondary answers that it runs the guest outside of COLO. A secondary that does not answer in time is taken for one
    /// that does not, except after <see cref="AdoptAsync"/>: then it must answer. Fence it before this call if somebody else may have told it to take
    /// over. No secondary is promoted: the primary has run the guest before, or was about to run it. A connected secondary that still waits for the
    /// migration is released, and can be prepared again.
    /// </remarks>
    /// <param name="progress">Receives the progress of the step.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">Recovery failed, completely or partly. The call can be repeated.</exception>
    /// <exception cref="InvalidOperationException">
    /// The phase is neither <see cref="ColoPhase.Attached"/> nor <see cref="ColoPhase.Unknown"/>; or the secondary may take over, or may have done so,
    /// because it was told to or is not connected: then call <see cref="FailoverAsync"/>.
    /// </exception>
    public Task RecoverGuestAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(state => new RecoverOperation(new(_options, progress), state), cancellationToken, ColoPhase.Attached, ColoPhase.Unknown);

    /// <summary>
    /// Watches the hosts that the pair has at the moment of the call: checkpoints, the end of COLO, failed replicas, unresponsive hosts and lost
    /// connections. Call it again after <see cref="ResyncAsync"/>.
    /// </summary>
    /// <remarks>
    /// A primary notices a dead secondary only at the next checkpoint. A primary that can't reach its secondary sends no event: it is reported as
    /// <see cref="ColoCheckpointsMissing"/> or <see cref="ColoHostUnresponsive"/>. The watch does not fail over: call <see cref="FailoverAsync"/>.
    /// Events that are not enumerated are kept, without a limit.
    /// </remarks>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>
    /// The events from the call on. Enumerate it once. It ends when it is cancelled, when the controller is disposed, or when all connections are lost.
    /// </returns>
    /// <exception cref="ObjectDisposedException">The controller was disposed.</exception>
    public IAsyncEnumerable<ColoEvent> WatchAsync(CancellationToken cancellationToken = default)
    {
        CancellationTokenSource stop;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _watches.Token);
        }

        PairState state = State;
        ColoHost[] hosts = [.. new[] { state.Primary, state.Secondary }.OfType<ColoHost>()];
        return PairWatch.Start(output => hosts.Select(host => new HostWatch(host, state.Commands.Disks, _options, output)), stop);
    }

    /// <summary>
    /// Ends the watches and releases the controller's own resources. An operation that runs ends normally; operations that wait for it throw
    /// <see cref="ObjectDisposedException"/>. Guests, QEMUs, COLO and connections are not changed.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
        }

        _watches.Cancel();
        _watches.Dispose();
        _lock.Dispose();
    }

    /// <summary>As <see cref="Dispose"/>, and waits for the operation that runs.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _lock.Released.ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(Func<PairState, T> create, CancellationToken cancellationToken, params ColoPhase[] phases)
        where T : IOperation
    {
        using IDisposable holder = await _lock.EnterAsync(cancellationToken).ConfigureAwait(false);
        PairState before = State;
        if (phases.Length > 0 && !phases.Contains(before.Phase))
        {
            throw new InvalidOperationException($"The pair is {before.Phase}, and this operation is for a pair that is {string.Join(" or ", phases)}.");
        }

        T operation = create(before);
        PairState after = operation.StateOnFailure;
        try
        {
            after = await operation.RunAsync(cancellationToken).ConfigureAwait(false);
            return operation;
        }
        catch
        {
            after = operation.StateOnFailure;
            throw;
        }
        finally
        {
            Volatile.Write(ref _state, after);
            if (before.ResumesSinceAttach != after.ResumesSinceAttach) before.ResumesSinceAttach?.Dispose();
        }
    }

    private PairCommands RequireSamePair(IColoPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        IColoPair current = Pair;
        return pair.Disks.SequenceEqual(current.Disks) && pair.Qemu == current.Qemu
            ? new(pair)
            : throw new ArgumentException("The pair has other disks or another QEMU than the one of this controller.", nameof(pair));
    }

    private static PairState RequireSameAddresses(PairState state, PairCommands pair) => pair.Addresses == state.Commands.Addresses
        ? state
        : throw new ArgumentException(
            $"The pair has other addresses ({pair.Addresses}) than the one of this controller ({state.Commands.Addresses}).", nameof(pair));
}
