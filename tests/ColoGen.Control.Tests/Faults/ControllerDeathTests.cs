using System.Collections.Concurrent;

namespace ColoGen.Control.Tests.Faults;

/// <summary>A controller ends at every command of every step, and a new one goes on.</summary>
public sealed class ControllerDeathTests(Live.Diagnostics diagnostics) : IClassFixture<Live.Diagnostics>
{
    private static readonly TimeSpan s_never = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Sequences { get; } = [.. Sequence.All.Select(sequence => sequence.Name)];

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task A_new_controller_brings_the_guest_to_a_pair_again(string name)
    {
        Sequence sequence = Sequence.All.Single(item => item.Name == name);
        (int Host, int Position)[] points = [.. await PointsAsync(sequence)];
        ConcurrentBag<string> failures = [];
        ConcurrentDictionary<ColoPhase, int> found = [];

        await Parallel.ForEachAsync(
            points.SelectMany(point => Enumerable.Range(0, 2).Select(executed => (point.Host, point.Position, IsExecuted: executed == 1))),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (item, _) =>
            {
                (string? flaw, ColoPhase? phase) = await FindFlawAsync(sequence, item.Host, item.Position, item.IsExecuted);
                if (flaw is not null) failures.Add(flaw);
                if (phase is { } known) found.AddOrUpdate(known, 1, (_, count) => count + 1);
            });

        IEnumerable<string> phases = found.OrderBy(item => item.Key).Select(item => $"{item.Value} {item.Key}");
        diagnostics.Say($"{name}: {2 * points.Length} ends; found {string.Join(", ", phases)}");
        Assert.NotEmpty(points);
        Assert.True(failures.IsEmpty, $"{failures.Count} of them:\n{string.Join('\n', failures.Order().Take(20))}");
    }

    /// <summary>Every command of a step, by host.</summary>
    internal static async Task<IEnumerable<(int Host, int Position)>> PointsAsync(Sequence sequence)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await sequence.Before(pair);
        FakeQemu[] hosts = sequence.Hosts(pair);
        foreach (FakeQemu host in hosts) host.Arm(Fault.None, -1);
        await sequence.Run(pair);
        return
            from host in Enumerable.Range(0, hosts.Length)
            from position in Enumerable.Range(0, hosts[host].Heard.Count)
            select (host, position);
    }

    private static async Task<(string? Flaw, ColoPhase? Found)> FindFlawAsync(Sequence sequence, int hostNumber, int position, bool isExecuted)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await sequence.Before(pair);
        FakeQemu host = sequence.Hosts(pair)[hostNumber];
        host.Arm(Fault.None, position);
        string command = "";
        host.Reached = reached =>
        {
            command = reached;
            pair.EndController(host);
            return Task.FromResult(isExecuted);
        };
        await Record.ExceptionAsync(() => sequence.Run(pair).WaitAsync(s_never));
        host.Arm(Fault.None, -1);

        string point = $"{host.Machine.Name} at {position}, {command} {(isExecuted ? "executed" : "lost")}";
        NextController next = NextController.After(pair, sequence);
        ColoAdoptResult? found = null;
        try
        {
            found = await next.AdoptAsync().WaitAsync(s_never);
            await next.GoOnAsync().WaitAsync(s_never);
            return (Flaw(pair) is { } flaw ? $"{point}, found {found}: {flaw}" : null, found.Phase);
        }
        catch (Exception exception)
        {
            return ($"{point}, found {found}: {exception.GetType().Name} {exception.Message}", found?.Phase);
        }
    }

    private static string? Flaw(FakePair pair)
    {
        lock (pair.World.Gate)
        {
            if (pair.World.MostWriters > 1) return "two hosts ran the guest";
            int running = pair.World.Machines.Count(machine => machine is { IsDead: false, Mode: "primary", IsRunning: true });
            return running == 1 ? null : $"{running} hosts run the guest as the primary";
        }
    }
}
