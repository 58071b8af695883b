namespace ColoGen.Control.Tests.Faults;

/// <summary>What a program does that starts after another controller of the pair has ended: it asks where the pair is, and goes on.</summary>
/// <param name="pair">The hosts.</param>
/// <param name="declared">The values of the pair.</param>
/// <param name="primary">The host that runs the guest, as far as the program knows.</param>
/// <param name="secondary">The other host.</param>
internal sealed class NextController(FakePair pair, TwoDiskPair declared, FakeQemu primary, FakeQemu secondary)
{
    private FakeQemu _secondary = secondary;

    public ColoController Controller { get; private set; } = null!;

    public static NextController After(FakePair pair, Sequence sequence)
    {
        (TwoDiskPair declared, FakeQemu primary, FakeQemu secondary) = Hosts(pair, sequence);
        return new(pair, declared, primary, secondary);
    }

    /// <summary>The values and the hosts that a program has configured at the time of a step.</summary>
    public static (TwoDiskPair Declared, FakeQemu Primary, FakeQemu Secondary) Hosts(FakePair pair, Sequence sequence) =>
        sequence.Hosts(pair).Contains(pair.Reserve) ? (pair.Second, pair.Secondary, pair.Reserve) : (pair.First, pair.Primary, pair.Secondary);

    /// <summary>Connects to the hosts that are alive.</summary>
    public async Task<ColoAdoptResult> AdoptAsync()
    {
        if (primary.Machine.IsDead) return await AdoptAloneAsync(_secondary, ColoInitialRole.Secondary);
        if (_secondary.Machine.IsDead) return await AdoptAloneAsync(primary, InitialRole);
        Controller = new(declared, await pair.ConnectAsync(primary), await pair.ConnectAsync(_secondary), pair.Options);
        return await Controller.AdoptAsync();
    }

    /// <summary>Until COLO runs.</summary>
    public async Task GoOnAsync()
    {
        for (int steps = 0; Controller.Phase != ColoPhase.Running; steps++)
        {
            Assert.InRange(steps, 0, 6);
            await StepAsync();
        }
    }

    private ColoInitialRole InitialRole => primary == pair.Primary ? ColoInitialRole.Primary : ColoInitialRole.Secondary;

    private async Task<ColoAdoptResult> AdoptAloneAsync(FakeQemu host, ColoInitialRole role)
    {
        Controller = new(declared, await pair.ConnectAsync(host), role, pair.Options);
        return await Controller.AdoptAsync();
    }

    private Task StepAsync() => Controller.Phase switch
    {
        ColoPhase.Connected or ColoPhase.Prepared when primary.Machine.IsRunning => ResyncAsync(declared, _secondary),
        ColoPhase.Connected => Controller.PrepareAsync(),
        ColoPhase.Prepared => Controller.AttachAsync(),
        ColoPhase.Attached => Controller.StartAsync(),
        ColoPhase.Alone => ResyncAsync(pair.Third, pair.Spare),
        _ when Controller is { Primary: not null, Secondary: not null } => Controller.RecoverGuestAsync(),
        _ => RecoverOrFailoverAsync(),
    };

    private async Task ResyncAsync(TwoDiskPair next, FakeQemu host)
    {
        await Controller.ResyncAsync(next, await pair.ConnectAsync(host));
        _secondary = host;
    }

    private async Task RecoverOrFailoverAsync()
    {
        ColoSide survivor = Controller.Primary is null ? ColoSide.Secondary : ColoSide.Primary;
        try
        {
            await Controller.RecoverGuestAsync();
        }
        catch (InvalidOperationException)
        {
            await Controller.FailoverAsync(survivor, (_, _) =>
            {
                (survivor == ColoSide.Primary ? _secondary : primary).Kill();
                return Task.FromResult(FencingConfirmation.Dead("killed"));
            });
        }
    }
}
