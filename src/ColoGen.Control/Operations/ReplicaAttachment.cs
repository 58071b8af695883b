using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Attaches the replicas to the primary. From then on until COLO runs, the primary's guest must be stopped.</summary>
internal sealed class ReplicaAttachment(OperationContext context, PairCommands pair, ColoInitialRole role, ColoHost primary)
{
    /// <returns>The <c>RESUME</c> events of the primary from before the first command on. Dispose it.</returns>
    /// <exception cref="ColoException">The guest runs: step <see cref="ColoStep.CheckHosts"/>. Or a command failed; some nodes may have been added.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    public async Task<QmpEvents> AttachAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> attach = pair.ReadAttach(role);
        await context.StepAsync(ColoStep.CheckHosts, () => RequireStoppedGuestAsync(primary, cancellationToken)).ConfigureAwait(false);
        return await context.StepAsync(ColoStep.AttachReplica, async () =>
        {
            QmpEvents resumes = primary.Subscribe(Events.Resume);
            try
            {
                await primary.SendAsync(pair, attach, cancellationToken).ConfigureAwait(false);
                return resumes;
            }
            catch
            {
                resumes.Dispose();
                throw;
            }
        }).ConfigureAwait(false);
    }

    /// <exception cref="FailureException">The guest runs, or the query failed.</exception>
    public static async Task RequireStoppedGuestAsync(ColoHost primary, CancellationToken cancellationToken) =>
        FailureException.ThrowIf(HostCheck.FindRunningFailure(await primary.QueryGuestAsync(cancellationToken).ConfigureAwait(false)));
}
