namespace ColoGen.Sample.Tests;

/// <summary>What the sample says to a command line, and by its exit status.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("A checkpoint delay of -1 is less than none.", "run", "--checkpoint-delay", "-1")]
    [InlineData("'soon'", "run", "--checkpoint-delay", "soon")]
    [InlineData("'xen'", "run", "--accelerator", "xen")]
    [InlineData("Option '--list' is required for 'pair'.", "show", "pair")]
    [InlineData("'resync'", "show", "pair", "--list", "resync")]
    [InlineData("Option '--host' is not for 'pair'.", "show", "pair", "--list", "start", "--host", "primary")]
    [InlineData("Option '--host' is required for 'qmp'.", "show", "qmp")]
    [InlineData("'walk'", "walk")]
    public async Task A_mistake_in_it_is_named_and_ends_with_2(string named, params string[] arguments)
    {
        (int status, string said) = await RunningSample.RunAsync(arguments);
        Assert.Equal(2, status);
        Assert.Contains(named, said);
        Assert.Contains("Usage:", said);
    }

    [Fact]
    public async Task Missing_programs_are_listed_with_their_packages_and_end_with_1()
    {
        using RunningSample sample = new(["run"], path: "/nowhere");
        Assert.Equal(1, await sample.EndAsync());
        Assert.Contains("qemu-system-x86_64, qemu-img", sample.Said);
        Assert.Contains("apt-get install qemu-system-x86 qemu-utils", sample.Said);
        Assert.Empty(sample.LeftBehind());
    }

    [Fact]
    public async Task A_list_of_commands_is_printed_as_it_is_sent()
    {
        (int status, string said) = await RunningSample.RunAsync("show", "pair", "--list", "primary-detach");
        Assert.Equal(0, status);
        Assert.Equal(
            """
            {"execute":"x-blockdev-change","arguments":{"parent":"vda-0","child":"children.1"}}
            {"execute":"blockdev-del","arguments":{"node-name":"vda-2"}}
            {"execute":"blockdev-del","arguments":{"node-name":"vda-3"}}
            {"execute":"blockdev-del","arguments":{"node-name":"vda-3-storage"}}

            """,
            said);
    }
}
