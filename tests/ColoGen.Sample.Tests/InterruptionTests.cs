namespace ColoGen.Sample.Tests;

/// <summary>Whenever it is told to end, it leaves no process and no file behind.</summary>
public sealed class InterruptionTests
{
    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [LiveTheory]
    [InlineData("The pair starts", Interrupt)]
    [InlineData("waits to be followed", Terminate)]
    [InlineData("is told to migrate", Interrupt)]
    [InlineData("are in COLO", Hangup)]
    public async Task A_signal_ends_all_of_it(string moment, int signal)
    {
        using RunningSample sample = new(["run"]);
        await sample.WaitForAsync(moment);
        sample.Signal(signal);
        Assert.Equal(128 + signal, await sample.EndAsync());
        Assert.Contains("Interrupted", sample.Said);
        Assert.Empty(sample.LeftBehind());
    }

    [LiveFact]
    public async Task So_does_one_in_the_middle_of_a_resync()
    {
        using RunningSample sample = new(["run"]);
        await sample.WaitForAsync("gets a new secondary");
        await sample.WaitForAsync("waits to be followed");
        await sample.WaitForAsync("has stopped the guest and ended the copy");
        sample.Signal(Interrupt);
        Assert.Equal(128 + Interrupt, await sample.EndAsync());
        Assert.Empty(sample.LeftBehind());
    }

    [LiveFact]
    public async Task So_does_one_of_a_terminal_which_the_QEMUs_get_too()
    {
        using RunningSample sample = new(["run"]);
        await sample.WaitForAsync("are in COLO");
        sample.SignalToAll(Interrupt);
        Assert.Equal(128 + Interrupt, await sample.EndAsync());
        Assert.DoesNotContain("FAILED", sample.Said);
        Assert.Empty(sample.LeftBehind());
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task So_does_one_without_a_guest_while_qemu_img_hangs()
    {
        string image = Environment.GetEnvironmentVariable("COLOGEN_QEMU_IMG") ?? "qemu-img";
        string hanging = $"""sh -c 'case "$*" in */3/*) exec tail -f /dev/null -- "$@" ;; esac; exec {image} "$@"' sh""";
        using RunningSample sample = new(["run", "--accelerator", "none"], image: hanging);
        await sample.WaitForAsync("gets a new secondary");
        sample.Signal(Interrupt);
        Assert.Equal(128 + Interrupt, await sample.EndAsync());
        Assert.DoesNotContain("three empty ones", sample.Said);
        Assert.Contains("Interrupted", sample.Said);
        Assert.Empty(sample.LeftBehind());
    }
}
