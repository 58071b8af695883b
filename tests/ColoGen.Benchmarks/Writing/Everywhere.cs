using System.Runtime.CompilerServices;
using static ColoGen.Benchmarks.Interleaved;

namespace ColoGen.Benchmarks.Writing;

/// <summary>
/// Candidates that read from and write to many places in turns. How long a copy takes depends, up to twofold, on where in their cache lines and pages its
/// source and its destination begin, which would otherwise be chance, and another one in each run.
/// </summary>
internal static class Everywhere
{
    /// <summary>How many sources a candidate has, each begins eight bytes further into its cache lines.</summary>
    private const int Sources = 8;

    /// <summary>In how many places of the destination a document may begin.</summary>
    private const int Places = 4096;

    /// <summary>From each place to the next: odd, so that all have their turn, and far, so that a few calls are everywhere alike.</summary>
    private const int Stride = 2531;

    /// <summary>The least calls that are everywhere alike.</summary>
    private const int Calls = 64 * Sources;

    private static readonly byte[] s_destination = new byte[1 << 20];

    /// <summary>Keeps sources apart.</summary>
    private static readonly List<byte[]> s_between = [];

    /// <summary>What is measured: a struct, so that its code stands in the loop.</summary>
    public interface IWork
    {
        void Write(byte[] memory, int place);
    }

    /// <param name="name">What it is called.</param>
    /// <param name="make">Makes what it reads from.</param>
    public static Candidate Candidate<TWork>(string name, Func<TWork> make)
        where TWork : struct, IWork
    {
        TWork[] sources = Apart(make);
        return new Candidate(name, count =>
        {
            for (int source = 0; source < Sources; source++) RunWithStack(16 * (source + 1), sources[source], count / Sources);
        }, Calls);
    }

    /// <summary>With so much of the stack in use before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void RunWithStack<TWork>(int used, TWork work, int count)
        where TWork : struct, IWork
    {
        byte* between = stackalloc byte[used];
        *between = 0;
        Run(work, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TWork>(TWork work, int count)
        where TWork : struct, IWork
    {
        byte[] destination = s_destination;
        for (int call = 0, place = 0; call < count; call++, place = (place + Stride) & (Places - 1)) work.Write(destination, place);
    }

    /// <summary>The same several times, with so much between them that each begins at another place of its cache lines.</summary>
    private static TWork[] Apart<TWork>(Func<TWork> make)
    {
        const int emptyArray = 24;
        var sources = new TWork[Sources];
        make();
        for (int source = 0; source < Sources; source++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            sources[source] = make();
            long taken = GC.GetAllocatedBytesForCurrentThread() - before + emptyArray;
            s_between.Add(new byte[(8 - taken) & 63]);
        }

        return sources;
    }
}
