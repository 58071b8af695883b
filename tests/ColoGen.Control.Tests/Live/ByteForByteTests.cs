using System.Text.RegularExpressions;

namespace ColoGen.Control.Tests.Live;

/// <summary>What the controller sends is what the pair generates, and questions.</summary>
public sealed partial class ByteForByteTests
{
    [LiveFact]
    public async Task A_whole_life_is_the_generated_lists_byte_for_byte()
    {
        await using Lab lab = new();
        TwoDiskPair first = await Pairs.TwoDisksAsync(lab);
        TwoDiskPair second = await first.WithNewSecondaryAsync(lab);
        LiveHost[] hosts =
        [
            await lab.StartPrimaryAsync(first.Primary),
            await lab.StartSecondaryAsync(first.Secondary),
            await lab.StartSecondaryAsync(second.Secondary),
        ];
        QmpProxy[] proxies = [.. hosts.Select(host => lab.Own(new QmpProxy(lab, host)))];
        ColoController controller = new(first, await hosts[0].ConnectAsync(proxies[0].Path), await hosts[1].ConnectAsync(proxies[1].Path), LivePair.Options);

        await controller.PrepareAsync();
        await controller.AttachAsync();
        await controller.DetachAsync();
        await controller.AttachAsync();
        await controller.StartAsync();
        await controller.SetCheckpointDelayAsync(first with { CheckpointDelay = 200 });
        await controller.FailoverAsync(ColoSide.Secondary, (_, _) => LivePair.KillAsync(hosts[0]));
        await controller.ResyncAsync(second, await hosts[2].ConnectAsync(proxies[2].Path));
        await controller.FailoverAsync(ColoSide.Primary, (_, _) => LivePair.KillAsync(hosts[2]));

        AssertSent(
            proxies[0],
            first.ToCommandsString(ColoCommands.PrimaryAttach),
            first.ToCommandsString(ColoCommands.PrimaryDetach),
            first.ToCommandsString(ColoCommands.PrimaryAttach),
            first.ToCommandsString(ColoCommands.Start),
            (first with { CheckpointDelay = 200 }).ToCommandsString(ColoCommands.CheckpointDelay));
        AssertSent(
            proxies[1],
            first.ToCommandsString(ColoCommands.SecondaryPrepare),
            first.ToCommandsString(ColoCommands.SecondaryFailover),
            second.ToCommandsString(ColoCommands.Mirror),
            second.ToCommandsString(ColoCommands.MirrorFinish),
            second.ToCommandsString(ColoCommands.MirrorDetach),
            second.ToCommandsString(ColoCommands.SurvivorAttach),
            second.ToCommandsString(ColoCommands.Start),
            second.ToCommandsString(ColoCommands.SurvivorFailover));
        AssertSent(proxies[2], second.ToCommandsString(ColoCommands.SecondaryPrepare));
    }

    private static void AssertSent(QmpProxy proxy, params string[] lists)
    {
        Assert.Equal(string.Concat(lists), string.Concat(proxy.Lines.Where(line => !line.Contains("\"id\":\"cologen-"))));

        // Its own are questions, the yank that must not wait behind a command that hangs, and the object that says of which pair the host is.
        Assert.All(proxy.Lines.Where(line => line.Contains("\"id\":\"cologen-")), line => Assert.Matches(Own(), line));
    }

    [GeneratedRegex(
        """
        ^\{"(execute|exec-oob)":"(qmp_capabilities|query-[a-z-]+|x-debug-query-block-graph|yank|qom-get|object-(add|del)".*"id":"cologen-pair)"
        """)]
    private static partial Regex Own();
}
