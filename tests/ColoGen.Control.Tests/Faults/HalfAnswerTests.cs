namespace ColoGen.Control.Tests.Faults;

/// <summary>A fencing that lies: the side that it confirmed answers something, or half of what it is asked.</summary>
public sealed class HalfAnswerTests
{
    [Theory]
    [InlineData(ColoSide.Primary, FencingOutcome.Dead)]
    [InlineData(ColoSide.Primary, FencingOutcome.CutOff)]
    [InlineData(ColoSide.Secondary, FencingOutcome.Dead)]
    [InlineData(ColoSide.Secondary, FencingOutcome.CutOff)]
    public async Task A_side_that_answers_anything_is_not_replaced(ColoSide survivor, FencingOutcome outcome)
    {
        List<bool> refused = [];
        foreach ((Fault fault, int position) in Enum.GetValues<Fault>().SelectMany(fault => Enumerable.Range(0, 2).Select(position => (fault, position))))
        {
            await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
            await pair.RunAsync();
            (FakeQemu host, FakeQemu victim) = survivor == ColoSide.Primary ? (pair.Primary, pair.Secondary) : (pair.Secondary, pair.Primary);
            victim.Other = pair.Spare.Machine;
            victim.Arm(fault, position);

            Exception? thrown = await Record.ExceptionAsync(() => FailoverAsync(pair, survivor, outcome));

            string what = $"{fault} at {position}: {victim.Answers} answers, {thrown?.Message ?? "replaced"}";
            refused.Add(thrown is not null);
            Assert.True(thrown is null == (victim.Answers == 0), what);
            Assert.True(thrown is null or ColoException { Step: ColoStep.CheckFenced }, what);
            Assert.True(host.Machine.Mode == "none" == thrown is null, what);
        }

        Assert.Contains(true, refused);
        Assert.Contains(false, refused);
    }

    [Fact]
    public async Task A_side_whose_main_loop_hangs_is_not_dead()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        pair.Primary.Machine.IsStuck = true;

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => FailoverAsync(pair, ColoSide.Secondary, FencingOutcome.Dead));

        Assert.Equal((ColoStep.CheckFenced, ColoSide.Primary), (refusal.Step, refusal.Side));
        Assert.Contains("out of band", refusal.Cause);
        Assert.Equal("secondary", pair.Secondary.Machine.Mode);
    }

    [Theory]
    [InlineData(FencingOutcome.CutOff, Fault.None, true)]
    [InlineData(FencingOutcome.CutOff, Fault.Hangs, false)]
    [InlineData(FencingOutcome.CutOff, Fault.IsStuck, false)]
    [InlineData(FencingOutcome.CutOff, Fault.Closes, false)]
    [InlineData(FencingOutcome.Dead, Fault.None, false)]
    public async Task A_guest_that_is_stopped_is_cut_off_only_if_COLO_has_ended(FencingOutcome outcome, Fault atSecondQuery, bool isReplaced)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        lock (pair.World.Gate)
        {
            pair.Primary.Machine.Execute("x-colo-lost-heartbeat", []);
            pair.Primary.Machine.Execute("stop", []);
        }

        pair.Primary.Arm(atSecondQuery, 1);

        Exception? thrown = await Record.ExceptionAsync(() => FailoverAsync(pair, ColoSide.Secondary, outcome));

        Assert.Equal(isReplaced ? null : ColoStep.CheckFenced, (thrown as ColoException)?.Step);
        Assert.Equal(isReplaced, pair.Secondary.Machine.IsWriter);
    }

    private static Task<ColoFailoverResult> FailoverAsync(FakePair pair, ColoSide survivor, FencingOutcome outcome) => pair.Controller.FailoverAsync(
        survivor, (_, _) => Task.FromResult(outcome == FencingOutcome.Dead ? FencingConfirmation.Dead("a lie") : FencingConfirmation.CutOff("a lie")));
}
