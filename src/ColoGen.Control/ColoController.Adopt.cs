namespace ColoGen.Control;

/// <content>A pair that somebody else has started, or this program before it ended.</content>
public sealed partial class ColoController
{
    /// <summary>Takes over a pair in which COLO runs already, so that it can be watched and failed over. Changes nothing.</summary>
    /// <exception cref="ColoException">The hosts are not the primary and the secondary of a running COLO, or the primary has not the replicas of this pair.</exception>
    /// <exception cref="InvalidOperationException">The controller has taken a step already.</exception>
    public async Task AdoptAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Connected).ConfigureAwait(false);
        await StepAsync(ColoStep.Adopt, progress, async () =>
        {
            await RequireModeAsync(_primary, cancellationToken).ConfigureAwait(false);
            await RequireModeAsync(_secondary!, cancellationToken).ConfigureAwait(false);

            BlockGraph graph = await _primary.BlockGraphAsync(cancellationToken).ConfigureAwait(false);
            ColoInitialRole origin = Disks.All(disk => graph.Find(disk.PrimaryReplica)?.Driver == "replication" && graph.Child(disk.Root, disk.PrimaryChild)?.Name == disk.PrimaryReplica)
                ? ColoInitialRole.Primary
                : ColoInitialRole.Secondary;
            foreach (ColoDisk disk in Disks) PrimaryCheck.Check(ColoStep.Adopt, disk, origin, graph);
            InitialRole = origin;
        }).ConfigureAwait(false);
        Phase = ColoPhase.Running;
    }

    private static async Task RequireModeAsync(ColoHost host, CancellationToken cancellationToken)
    {
        ColoStatus colo = await host.ColoAsync(cancellationToken).ConfigureAwait(false);
        if (colo.Mode == ColoStatus.ModeOf(host.Side)) return;
        throw new ColoException(
            ColoStep.Adopt,
            host.Side,
            $"its COLO mode is {colo.Mode}.",
            "Swap the connections if the hosts have changed their roles; a host that runs the guest alone has a constructor of its own.");
    }
}
