namespace ColoGen.Control.Tests.Faults;

/// <summary>A step of the controller, what comes before it, and who may fail in it without it failing.</summary>
/// <param name="Name">For people.</param>
/// <param name="Before">How to get there.</param>
/// <param name="Run">The step.</param>
/// <param name="Hosts">The hosts that it talks to.</param>
/// <param name="Victim">The host that the step fences; nothing depends on it.</param>
internal sealed record Sequence(
    string Name, Func<FakePair, Task> Before, Func<FakePair, Task> Run, Func<FakePair, FakeQemu[]> Hosts, Func<FakePair, FakeQemu>? Victim = null)
{
    public static IReadOnlyList<Sequence> All { get; } =
    [
        new("prepare", _ => Task.CompletedTask, pair => pair.Controller.PrepareAsync(), pair => [pair.Primary, pair.Secondary]),
        new("release", pair => pair.PrepareAsync(), pair => pair.Controller.ReleaseAsync(), pair => [pair.Secondary]),
        new("attach", pair => pair.PrepareAsync(), pair => pair.Controller.AttachAsync(), pair => [pair.Primary]),
        new("detach", pair => pair.AttachAsync(), pair => pair.Controller.DetachAsync(), pair => [pair.Primary]),
        new("start", pair => pair.AttachAsync(), pair => pair.Controller.StartAsync(), pair => [pair.Primary, pair.Secondary]),
        new(
            "set the checkpoint delay",
            pair => pair.RunAsync(),
            pair => pair.Controller.SetCheckpointDelayAsync(pair.First with { CheckpointDelay = 7 }),
            pair => [pair.Primary]),
        new(
            "fail over to the secondary",
            pair => pair.RunAsync(),
            pair => pair.FailoverAsync(ColoSide.Secondary, pair.Primary),
            pair => [pair.Primary, pair.Secondary],
            pair => pair.Primary),
        new(
            "fail over to the primary",
            pair => pair.RunAsync(),
            pair => pair.FailoverAsync(ColoSide.Primary, pair.Secondary),
            pair => [pair.Primary, pair.Secondary],
            pair => pair.Secondary),
        new(
            "resync",
            pair => pair.SurviveAsync(),
            pair => pair.Controller.ResyncAsync(pair.Second, pair.ReserveClient),
            pair => [pair.Secondary, pair.Reserve]),
        new(
            "fail over to a survivor",
            pair => pair.RunAgainAsync(),
            pair => pair.FailoverAsync(ColoSide.Primary, pair.Reserve),
            pair => [pair.Secondary, pair.Reserve],
            pair => pair.Reserve),
        new(
            "fail over to a new secondary",
            pair => pair.RunAgainAsync(),
            pair => pair.FailoverAsync(ColoSide.Secondary, pair.Secondary),
            pair => [pair.Secondary, pair.Reserve],
            pair => pair.Secondary),
    ];

    public override string ToString() => Name;
}
