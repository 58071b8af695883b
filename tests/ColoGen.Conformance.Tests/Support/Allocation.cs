namespace ColoGen.Conformance.Tests.Support;

internal static class Allocation
{
    private const int Rounds = 3;
    private const int WarmUps = 20;
    private const int Writes = 20;

    /// <summary>What every round of writes allocates; once in a while the runtime itself does, when it has optimised a method.</summary>
    public static long Of(Action write) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        for (int count = 0; count < WarmUps; count++) write();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int count = 0; count < Writes; count++) write();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
