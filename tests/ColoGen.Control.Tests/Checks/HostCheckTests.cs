using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Checks;

/// <summary>The checks of a host that a machine with only one QEMU can't show.</summary>
public sealed class HostCheckTests
{
    [Theory]
    [InlineData(ColoSide.Primary)]
    [InlineData(ColoSide.Secondary)]
    public async Task An_old_QEMU_without_KVM_is_refused(ColoSide side)
    {
        await using FakePair pair = await FakePair.StartAsync();
        (side == ColoSide.Primary ? pair.Primary : pair.Secondary).Machine.HasKvm = false;

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(pair.PrepareAsync);

        Assert.Equal((ColoStep.CheckHosts, side), (refusal.Step, refusal.Side));
        Assert.Contains("without KVM", refusal.Cause);
    }
}
