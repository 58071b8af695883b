using System.Diagnostics;
using System.Runtime;

namespace ColoGen.Benchmarks;

/// <summary>
/// Runs candidates in turns, many short slices each: what other processes cost hits all alike. Quote the ratios, not the times.
/// </summary>
internal static class Interleaved
{
    private static readonly long s_slice = Stopwatch.Frequency / 10_000;

    /// <param name="Name">What it is called.</param>
    /// <param name="Run">Does the work so many times.</param>
    /// <param name="Least">It runs this often, or a multiple of it.</param>
    public sealed record Candidate(string Name, Action<int> Run, int Least = 1);

    /// <summary>Nanoseconds of one run of each candidate.</summary>
    public static Dictionary<string, double> Measure(IReadOnlyList<Candidate> candidates, int slices)
    {
        WarmUp(candidates);
        int[] counts = [.. candidates.Select(Calibrate)];
        double[][] times = [.. candidates.Select(_ => new double[slices])];
        for (int slice = 0; slice < slices; slice++)
        {
            for (int candidate = 0; candidate < candidates.Count; candidate++)
            {
                long start = Stopwatch.GetTimestamp();
                candidates[candidate].Run(counts[candidate]);
                times[candidate][slice] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / counts[candidate];
            }
        }

        // The fastest quarter: most slices that another process was in are not among it, and a single lucky one does not count.
        return candidates.Zip(times).ToDictionary(pair => pair.First.Name, pair => pair.Second.Order().ElementAt(slices / 4));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Until the JIT has nothing to optimise any more.</summary>
    /// <remarks>One after the other: what they share is optimised for what the first ones do with it.</remarks>
    private static void WarmUp(IReadOnlyList<Candidate> candidates)
    {
        long before;
        int passes = 0;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            foreach (Candidate candidate in candidates) WarmUp(candidate);
        }
        while (JitInfo.GetCompiledMethodCount() != before || ++passes < 3);
    }

    /// <summary>It takes calls and time until the JIT thinks of a method.</summary>
    private static void WarmUp(Candidate candidate)
    {
        for (int round = 0; round < 20; round++)
        {
            candidate.Run(Math.Max(50, candidate.Least));
            Thread.Sleep(3);
        }
    }

    /// <summary>How often a candidate runs in a slice.</summary>
    private static int Calibrate(Candidate candidate)
    {
        int count = candidate.Least;
        while (Fastest(candidate, count) < s_slice) count *= 2;
        return count;
    }

    /// <summary>The fastest of several tries: a single one may have waited for another process.</summary>
    private static long Fastest(Candidate candidate, int count)
    {
        long fastest = long.MaxValue;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            long start = Stopwatch.GetTimestamp();
            candidate.Run(count);
            fastest = Math.Min(fastest, Stopwatch.GetTimestamp() - start);
        }

        return fastest;
    }
}
