namespace ColoGen.Sample.Tests;

/// <summary>The pair, alive: what the README promises of <c>run</c>.</summary>
public sealed class RunTests
{
    [LiveFact]
    public async Task The_pair_starts_loses_its_primary_twice_and_every_proof_holds()
    {
        (int status, string said) = await RunningSample.RunAsync("run");
        Assert.True(status == 0, said);
        Assert.Contains("All of it held.", said);
        Assert.DoesNotContain("REFUTED", said);
        Assert.Equal(2, said.Split("is killed: SIGKILL").Length - 1);
        Assert.Equal(11, said.Split("proven ").Length - 1);
    }

    [ToolFact]
    public async Task Without_an_accelerator_it_runs_the_block_layer_alone_and_says_so()
    {
        (int status, string said) = await RunningSample.RunAsync("run", "--accelerator", "none");
        Assert.True(status == 0, said);
        Assert.StartsWith("The block layer of a COLO pair on this machine, and no guest: no accelerator is asked for.", said);
        Assert.DoesNotContain("REFUTED", said);
        Assert.Equal(2, said.Split("is killed: SIGKILL").Length - 1);
        Assert.Equal(7, said.Split("proven ").Length - 1);
    }
}
