using System.Collections.Concurrent;

namespace ColoGen.Control.Tests.Faults;

/// <summary>A second controller acts at every command of every step of a first one, which then goes on.</summary>
public sealed class TwoControllersTests(Live.Diagnostics diagnostics) : IClassFixture<Live.Diagnostics>
{
    private static readonly TimeSpan s_never = TimeSpan.FromMinutes(2);

    public static TheoryData<string, SecondAct> Cases
    {
        get
        {
            TheoryData<string, SecondAct> cases = [];
            foreach (Sequence sequence in Sequence.All)
            {
                foreach (SecondAct act in Enum.GetValues<SecondAct>()) cases.Add(sequence.Name, act);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_guest_runs_twice_and_a_refused_controller_disturbs_no_other(string name, SecondAct act)
    {
        Sequence sequence = Sequence.All.Single(item => item.Name == name);
        (int Host, int Position)[] points = [.. await ControllerDeathTests.PointsAsync(sequence)];
        ConcurrentBag<string> failures = [];
        ConcurrentBag<string> ends = [];

        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (point, _) =>
        {
            (string end, string? flaw) = await FindFlawAsync(sequence, act, point.Host, point.Position);
            ends.Add(end);
            if (flaw is not null) failures.Add(flaw);
        });

        diagnostics.Say($"{name}, {act}: {string.Join(", ", ends.CountBy(end => end).OrderBy(item => item.Key).Select(item => $"{item.Value} {item.Key}"))}");
        Assert.NotEmpty(points);
        Assert.True(failures.IsEmpty, $"{failures.Count} of them:\n{string.Join('\n', failures.Order().Take(20))}");
    }

    private static async Task<(string End, string? Flaw)> FindFlawAsync(Sequence sequence, SecondAct act, int hostNumber, int position)
    {
        // The first one waits as long as the second one acts.
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync(FakePair.DefaultOptions with { CommandTimeout = Timeout.InfiniteTimeSpan });
        await sequence.Before(pair);
        FakeQemu host = sequence.Hosts(pair)[hostNumber];
        Exception? second = null;
        string command = "";
        host.Arm(Fault.None, position);
        host.Reached = async reached =>
        {
            command = reached;
            second = await Record.ExceptionAsync(() => ActAsync(pair, sequence, act).WaitAsync(s_never));
            return true;
        };

        Exception? first = await Record.ExceptionAsync(() => sequence.Run(pair).WaitAsync(s_never));
        host.Arm(Fault.None, -1);
        string end = $"{Describe(first)}/{Describe(second)}";
        string point = $"{host.Machine.Name} at {position}, {command}: first {first?.Message ?? "succeeded"}; second {second?.Message ?? "succeeded"}";
        if (Flaw(pair, act, first, second) is { } flaw) return (end, $"{flaw}: {point}");

        try
        {
            (_, FakeQemu primary, _) = NextController.Hosts(pair, sequence);
            NextController next = act == SecondAct.Resync && second is null && !primary.Machine.IsDead
                ? new(pair, pair.Third, primary, pair.Spare)
                : NextController.After(pair, sequence);
            await next.AdoptAsync().WaitAsync(s_never);
            await next.GoOnAsync().WaitAsync(s_never);
            return (end, pair.World.MostWriters > 1 ? $"two hosts ran the guest at last: {point}" : null);
        }
        catch (Exception exception)
        {
            return (end, $"a third controller did not go on, {exception.Message}: {point}");
        }
    }

    private static string? Flaw(FakePair pair, SecondAct act, Exception? first, Exception? second)
    {
        lock (pair.World.Gate)
        {
            if (pair.World.MostWriters > 1) return "two hosts ran the guest";
            if (first is not (null or ColoException)) return $"the first ended with {first.GetType().Name}";
            if (second is not (null or ColoException or InvalidOperationException)) return $"the second ended with {second.GetType().Name}";
            return act != SecondAct.Recover && second is not null && first is not null ? "the second was refused, and the first failed" : null;
        }
    }

    private static async Task ActAsync(FakePair pair, Sequence sequence, SecondAct act)
    {
        (TwoDiskPair declared, FakeQemu primary, FakeQemu secondary) = NextController.Hosts(pair, sequence);
        if (primary.Machine.IsDead || secondary.Machine.IsDead) return;
        ColoInitialRole role = primary == pair.Primary ? ColoInitialRole.Primary : ColoInitialRole.Secondary;
        ColoOptions options = pair.Options with { CommandTimeout = FakePair.DefaultOptions.CommandTimeout };
        using ColoController both = new(declared, await pair.ConnectAsync(primary), await pair.ConnectAsync(secondary), options);
        using ColoController one = new(declared, both.Primary!, role, options);
        switch (act)
        {
            case SecondAct.Prepare:
                await both.PrepareAsync();
                break;
            case SecondAct.Resync:
                await one.ResyncAsync(pair.Third, await pair.ConnectAsync(pair.Spare));
                break;
            case SecondAct.Recover:
                await both.AdoptAsync();
                await both.RecoverGuestAsync();
                break;
        }
    }

    private static string Describe(Exception? exception) => exception is null ? "done" : "refused";
}

/// <summary>What the second controller does.</summary>
public enum SecondAct
{
    /// <summary>It prepares the same secondary.</summary>
    Prepare,

    /// <summary>It gives the primary another secondary.</summary>
    Resync,

    /// <summary>It takes the first one for dead, and takes back what it finds.</summary>
    Recover,
}
