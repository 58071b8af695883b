namespace ColoGen.Control.Tests.Faults;

/// <summary>A controller over hosts of two pairs, at every point of the other pair's life, changes nothing.</summary>
public sealed class WrongHostTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string stage in new[] { "prepared", "attached", "running" })
            {
                foreach (string wrong in new[] { "secondary", "primary", "both", "secondary alone", "primary alone" })
                {
                    if (stage != "prepared" || wrong.StartsWith("secondary", StringComparison.Ordinal)) cases.Add(stage, wrong);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_host_of_another_pair_is_refused_by_every_operation(string stage, string wrong)
    {
        await using FakePair pair = await FakePair.StartAsync();
        await using FakePair other = await pair.StartOtherAsync();
        await AdvanceAsync(other, stage);
        if (stage == "running" && wrong is "secondary" or "primary") await AdvanceAsync(pair, stage);
        FakeQemu primary = wrong is "secondary" ? pair.Primary : other.Primary;
        FakeQemu secondary = wrong is "primary" ? pair.Secondary : other.Secondary;
        FakeQemu[] hosts = [pair.Primary, pair.Secondary, other.Primary, other.Secondary];
        using ColoController controller = wrong switch
        {
            "secondary alone" => new(pair.First, await pair.ConnectAsync(secondary), ColoInitialRole.Secondary, pair.Options),
            "primary alone" => new(pair.First, await pair.ConnectAsync(primary), ColoInitialRole.Primary, pair.Options),
            _ => new(pair.First, await pair.ConnectAsync(primary), await pair.ConnectAsync(secondary), pair.Options),
        };
        ColoPhase phase = controller.Phase;
        foreach (FakeQemu host in hosts) host.Arm(Fault.None, -1);

        ColoException adopt = await Assert.ThrowsAsync<ColoException>(() => controller.AdoptAsync());
        Exception[] refusals =
        [
            await Assert.ThrowsAnyAsync<Exception>(() => controller.PrepareAsync()),
            await Assert.ThrowsAsync<InvalidOperationException>(() => controller.FailoverAsync(ColoSide.Primary, NeverAsync)),
            await Assert.ThrowsAsync<InvalidOperationException>(() => controller.FailoverAsync(ColoSide.Secondary, NeverAsync)),
            await Assert.ThrowsAsync<InvalidOperationException>(() => controller.RecoverGuestAsync()),
            await Assert.ThrowsAsync<ColoException>(async () => await controller.ResyncAsync(pair.First, await pair.ConnectAsync(secondary))),
        ];

        Assert.Equal(wrong is "secondary" || (wrong, stage) is ("secondary alone", "running") ? ColoSide.Secondary : ColoSide.Primary, adopt.Side);
        Assert.All(refusals, refusal => Assert.True(refusal is ColoException or InvalidOperationException, refusal.Message));
        Assert.Equal(phase, controller.Phase);
        foreach (FakeQemu host in hosts) Assert.All(host.Heard, command => Assert.Matches("^(query-|x-debug-query-|qom-get|qmp_cap)", command));
        Assert.Equal(0, pair.World.MostWriters);
        if (stage != "running") await GoOnAsync(other, stage);
        Assert.Equal("primary", other.Primary.Machine.Mode);
    }

    private static Task<FencingConfirmation> NeverAsync(ColoFencingRequest request, CancellationToken stop) =>
        throw new InvalidOperationException("must not be called");

    private static Task AdvanceAsync(FakePair pair, string stage) => stage switch
    {
        "prepared" => pair.PrepareAsync(),
        "attached" => pair.AttachAsync(),
        _ => pair.RunAsync(),
    };

    private static async Task GoOnAsync(FakePair pair, string stage)
    {
        if (stage == "prepared") await pair.Controller.AttachAsync();
        await pair.Controller.StartAsync();
    }
}
