using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Attaches the replicas to the primary. From then on until COLO runs, the primary's guest must be stopped.</summary>
internal sealed class ReplicaAttachment(OperationContext context, PairCommands pair, ColoInitialRole role, ColoHost primary)
{
    /// <summary>Whether QEMU may have received a command that attaches. Before that, the host is as it was.</summary>
    public bool MayHaveAttached { get; private set; }

    /// <summary>Claims the primary, and attaches the replicas.</summary>
    /// <param name="token">The token of the start. <see cref="AttachAsync"/> adds none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The <c>RESUME</c> events of the primary from before the first command on. Dispose it.</returns>
    /// <exception cref="ColoException">The guest runs: step <see cref="ColoStep.CheckHosts"/>. Or a command failed; some nodes may have been added.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    public async Task<QmpEvents> ClaimAndAttachAsync(PairToken token, CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> attach = pair.ReadAttach(role);
        await context.StepAsync(ColoStep.CheckHosts, () => RequireStoppedGuestAsync(primary, cancellationToken)).ConfigureAwait(false);
        return await context.StepAsync(ColoStep.AttachReplica, async () =>
        {
            await primary.ClaimAsync(token, token, cancellationToken).ConfigureAwait(false);
            await RequireFreeAsync(primary, pair, role, cancellationToken).ConfigureAwait(false);
            return await SendAsync(attach, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Attaches the replicas.</summary>
    /// <inheritdoc cref="ClaimAndAttachAsync"/>
    public async Task<QmpEvents> AttachAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> attach = pair.ReadAttach(role);
        await context.StepAsync(ColoStep.CheckHosts, () => RequireStoppedGuestAsync(primary, cancellationToken)).ConfigureAwait(false);
        return await context.StepAsync(ColoStep.AttachReplica, () => SendAsync(attach, cancellationToken)).ConfigureAwait(false);
    }

    /// <exception cref="FailureException">The guest runs, or the query failed.</exception>
    public static async Task RequireStoppedGuestAsync(ColoHost primary, CancellationToken cancellationToken) =>
        FailureException.ThrowIf(HostCheck.FindRunningFailure(await primary.QueryGuestAsync(cancellationToken).ConfigureAwait(false)));

    /// <exception cref="FailureException">The host has something of a start or a resync, or a query failed.</exception>
    public static async Task RequireFreeAsync(ColoHost primary, PairCommands pair, ColoInitialRole role, CancellationToken cancellationToken) =>
        FailureException.ThrowIf((await PrimaryState.QueryAsync(primary, pair, role, cancellationToken).ConfigureAwait(false)).FindUseFailure());

    private async Task<QmpEvents> SendAsync(IReadOnlyList<GeneratedCommand> attach, CancellationToken cancellationToken)
    {
        QmpEvents resumes = primary.Subscribe(Events.Resume);
        try
        {
            MayHaveAttached = true;
            await primary.SendAsync(pair, attach, cancellationToken).ConfigureAwait(false);
            return resumes;
        }
        catch
        {
            resumes.Dispose();
            throw;
        }
    }
}
