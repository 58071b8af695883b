using System.Diagnostics;

namespace ColoGen.Benchmarks;

/// <summary>
/// Runs candidates in turns, many short slices each, and takes the fastest slices of each: what other processes cost hits all alike, and most
/// slices not at all. Quote the ratios, not the times.
/// </summary>
internal static class Interleaved
{
    private static readonly long s_slice = Stopwatch.Frequency / 10_000;

    /// <param name="Run">Does the work so many times.</param>
    public sealed record Candidate(string Name, Action<int> Run);

    /// <summary>Nanoseconds of one run of each candidate: the 5th percentile of its slices.</summary>
    public static IReadOnlyDictionary<string, double> Measure(IReadOnlyList<Candidate> candidates, int rounds)
    {
        int[] counts = [.. candidates.Select(Calibrate)];
        double[][] times = [.. candidates.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int candidate = 0; candidate < candidates.Count; candidate++)
            {
                long start = Stopwatch.GetTimestamp();
                candidates[candidate].Run(counts[candidate]);
                times[candidate][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / counts[candidate];
            }
        }

        return candidates.Zip(times).ToDictionary(pair => pair.First.Name, pair => Percentile(pair.Second, 0.05));
    }

    /// <summary>How often a candidate runs in a slice; its code is optimised by then.</summary>
    private static int Calibrate(Candidate candidate)
    {
        for (int warmUp = 0; warmUp < 100; warmUp++)
        {
            candidate.Run(50);
            Thread.Sleep(10);
        }

        int count = 1;
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

    private static double Percentile(double[] values, double share) => values.Order().ElementAt((int)(values.Length * share));
}
