using System.Collections.Concurrent;
using System.Diagnostics;

namespace ColoGen.Control.Tests.Faults;

/// <summary>Every host fails in every way at every command of every step.</summary>
public sealed class FaultMatrixTests(Live.Diagnostics diagnostics) : IClassFixture<Live.Diagnostics>
{
    /// <summary>Far more than all timeouts of a step together.</summary>
    private static readonly TimeSpan s_never = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Sequences { get; } = [.. Sequence.All.Select(sequence => sequence.Name)];

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task No_fault_anywhere_hangs_a_step_or_makes_two_writers(string name)
    {
        Sequence sequence = Sequence.All.Single(item => item.Name == name);
        ((string State, bool HasToken)[] states, (int Host, int Position, Fault Fault)[] cases) = await CasesAsync(sequence);
        ConcurrentBag<string> failures = [];
        ConcurrentBag<double> seconds = [];

        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (item, _) =>
        {
            long began = Stopwatch.GetTimestamp();
            if (await FindFlawAsync(sequence, states, item.Host, item.Position, item.Fault) is { } flaw) failures.Add(flaw);
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        });

        diagnostics.Say($"{name}: {cases.Length} faults, the longest case {seconds.Max():F1} s");
        Assert.NotEmpty(cases);
        Assert.True(failures.IsEmpty, $"{failures.Count} of them:\n{string.Join('\n', failures.Order().Take(20))}");
    }

    /// <returns>The states of the hosts after the step without a fault, and all faults.</returns>
    private static async Task<((string State, bool HasToken)[] States, (int Host, int Position, Fault Fault)[] Cases)> CasesAsync(Sequence sequence)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await sequence.Before(pair);
        FakeQemu[] hosts = sequence.Hosts(pair);
        foreach (FakeQemu host in hosts) host.Arm(Fault.None, -1);
        await sequence.Run(pair);
        return (
            Reached(sequence, pair),
            [
                .. from host in Enumerable.Range(0, hosts.Length)
                   from position in Enumerable.Range(0, hosts[host].Heard.Count)
                   from fault in Enum.GetValues<Fault>()
                   where fault != Fault.None && (!FakeQemu.IsWrongAnswer(fault) || IsQuery(hosts[host].Heard[position]))
                   select (host, position, fault),
            ]);
    }

    private static (string State, bool HasToken)[] Reached(Sequence sequence, FakePair pair) =>
        [.. sequence.Hosts(pair).Select(host => (host.Machine.State, host.Machine.HasToken))];

    /// <summary>A step that succeeds has done its work. A token that seems to be another's is left.</summary>
    private static string? FlawOfStates((string State, bool HasToken)[] expected, (string State, bool HasToken)[] reached, string command) =>
        expected.Zip(reached).All(item => item.First.State == item.Second.State && (command == "qom-get" || item.First.HasToken == item.Second.HasToken))
            ? null
            : $"it succeeded, and the hosts are {string.Join('\n', reached)}\ninstead of {string.Join('\n', expected)}";

    private static bool IsQuery(string command) => command.Contains("query-", StringComparison.Ordinal) || command == "qom-get";

    private static async Task<string?> FindFlawAsync(
        Sequence sequence, (string State, bool HasToken)[] states, int hostNumber, int position, Fault fault)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await sequence.Before(pair);
        FakeQemu host = sequence.Hosts(pair)[hostNumber];
        host.Other = sequence.Hosts(pair).Concat(pair.Hosts).First(partner => partner != host).Machine;
        await using FakePair? other = fault == Fault.AnswersForOther ? await FakePair.StartOtherInVirtualTimeAsync() : null;
        if (other is not null)
        {
            await sequence.Before(other);
            host.Other = sequence.Hosts(other)[hostNumber].Machine;
        }

        host.Arm(fault, position);

        Exception? thrown = await Record.ExceptionAsync(() => sequence.Run(pair).WaitAsync(s_never));

        string command = position < host.Heard.Count ? host.Heard[position] : "(never sent)";
        string? flaw = Flaw(pair, sequence, host, command, fault, thrown);
        if (flaw is null && thrown is null && FakeQemu.IsWrongAnswer(fault)) flaw = FlawOfStates(states, Reached(sequence, pair), command);
        return flaw is null ? null : $"{host.Machine.Name} {fault} at {position}, {command}: {flaw}. Thrown: {thrown?.Message ?? "nothing"}";
    }

    private static string? Flaw(FakePair pair, Sequence sequence, FakeQemu host, string command, Fault fault, Exception? thrown)
    {
        lock (pair.World.Gate)
        {
            if (pair.World.MostWriters > 1) return "two hosts ran the guest";
            if (thrown is TimeoutException) return "it hung";
            if (thrown is not null and not ColoException) return $"a {thrown.GetType().Name}";

            // Nothing depends on a host that is fenced, nor on a connection that is cut off before what waits for it.
            bool isNeeded = host != sequence.Victim?.Invoke(pair) && !command.EndsWith("yank", StringComparison.Ordinal);
            if (thrown is null) return isNeeded && fault != Fault.Refuses && !FakeQemu.IsWrongAnswer(fault) ? "it succeeded" : null;

            ColoException exception = (ColoException)thrown;
            if (!exception.Message.StartsWith(exception.Step.ToString(), StringComparison.Ordinal)) return "the step is not named";
            return FlawOfSurvivor(pair, sequence, host, fault, exception);
        }
    }

    /// <summary>
    /// After a start or a resync that failed, the guest of a host that can be reached does not stand still, and nothing of the attempt stays.
    /// </summary>
    private static string? FlawOfSurvivor(FakePair pair, Sequence sequence, FakeQemu host, Fault fault, ColoException exception)
    {
        FakeMachine? owner = sequence.Name switch
        {
            "resync" => pair.Secondary.Machine,
            "start" when pair.Controller.Phase != ColoPhase.Attached => pair.Primary.Machine,
            _ => null,
        };
        if (owner is null) return null;
        if (host.Machine == owner && fault is Fault.Dies or Fault.Hangs or Fault.IsStuck or Fault.Closes or Fault.ClosesAfter)
        {
            return exception.RecoveryFailure is null && sequence.Name == "start" ? "a host that can't be reached was set free" : null;
        }

        if (exception.RecoveryFailure is not null) return $"the guest was not set free: {exception.RecoveryFailure.Message}";
        if (!owner.IsWriter) return $"the guest is {owner.Status}, in COLO mode {owner.Mode}";
        if (owner.Jobs > 0) return "jobs are still there";
        if (owner.Graph.NbdNodes.Any()) return $"nodes are still there: {string.Join(", ", owner.Graph.NbdNodes)}";
        return pair.Controller.Phase == ColoPhase.Alone ? null : $"the controller's phase is {pair.Controller.Phase}";
    }
}
