namespace ColoGen.Sample.Tests;

/// <summary>The pair, alive: what the README promises of <c>run</c>.</summary>
public sealed class RunTests
{
    [LiveFact]
    public async Task The_pair_starts_loses_its_primary_twice_and_every_proof_holds()
    {
        (int status, string said) = await RunningSample.RunAsync("run");
        Assert.True(status == 0, said);
        Assert.StartsWith($"A COLO pair on this machine: {GuestQemu.OfThisMachine}, ", said);
        Assert.Contains("All of it held.", said);
        Assert.DoesNotContain("REFUTED", said);
        Assert.Equal(2, said.Split("is killed: SIGKILL").Length - 1);
        Assert.Equal(11, said.Split("proven ").Length - 1);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Without_an_accelerator_it_runs_the_block_layer_alone_and_says_so()
    {
        (int status, string said) = await RunningSample.RunAsync("run", "--accelerator", "none");
        Assert.True(status == 0, said);
        Assert.StartsWith("The block layer of a COLO pair on this machine, and no guest: no accelerator is asked for.", said);
        Assert.DoesNotContain("REFUTED", said);
        Assert.Equal(2, said.Split("is killed: SIGKILL").Length - 1);
        Assert.Equal(7, said.Split("proven ").Length - 1);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Without_KVM_and_with_an_old_QEMU_it_runs_the_block_layer_alone_and_says_why()
    {
        using RunningSample sample = new(["run"], qemu: OldQemuWithoutKvm());
        int status = await sample.EndAsync();
        Assert.True(status == 0, sample.Said);
        Assert.StartsWith("The block layer of a COLO pair on this machine, and no guest: KVM can't be used here (no KVM in this test), and", sample.Said);
        Assert.Contains("COLO hangs QEMU 7.2.22 with TCG; build/newer-qemu.sh gets", sample.Said);
        Assert.Equal(7, sample.Said.Split("proven ").Length - 1);
    }

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [InlineData("kvm", "KVM can't be used here (no KVM in this test).")]
    [InlineData("tcg", "COLO hangs QEMU 7.2.22 with TCG")]
    public async Task An_accelerator_that_does_not_work_is_named_and_ends_with_1(string accelerator, string reason)
    {
        using RunningSample sample = new(["run", "--accelerator", accelerator], qemu: OldQemuWithoutKvm());
        Assert.Equal(1, await sample.EndAsync());
        Assert.Contains($"No guest can run with --accelerator {accelerator}: {reason}", sample.Said);
        Assert.Empty(sample.LeftBehind());
    }

    /// <summary>The machine's QEMU, which says that it is old, and refuses KVM.</summary>
    private static string OldQemuWithoutKvm()
    {
        string qemu = Environment.GetEnvironmentVariable("COLOGEN_QEMU") ?? Programs.Qemu;
        return """sh -c 'case "$*" in *--version*) echo "QEMU emulator version 7.2.22" ;; """
            + """*"-accel kvm"*) echo "no KVM in this test" >&2; exit 1 ;; """
            + $"""*) exec {qemu} "$@" ;; esac' sh""";
    }
}
