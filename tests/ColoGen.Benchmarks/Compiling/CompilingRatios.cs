using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What each generator costs the compiler, in turns.</summary>
internal static class CompilingRatios
{
    public sealed record Row(string Peer, int Count, double Cold, double ColdPause, double Unrelated, double Method, double One, double Allocated, int Outputs, double Kilobytes)
    {
        public double Each(double milliseconds) => milliseconds * 1000 / Count;
    }

    /// <param name="Types">How many declared types.</param>
    /// <param name="Rounds">How many rounds count.</param>
    public sealed record Size(int Types, int Rounds);

    public static IReadOnlyList<Size> Sizes { get; } = [new(10, 31), new(100, 15), new(1000, 3)];

    private static IReadOnlyList<Row> Measure(Size size)
    {
        var samples = Peers.All.ToDictionary(peer => peer.Name, _ => new List<Row>());
        for (int round = -1; round < size.Rounds; round++)
        {
            foreach (Peers.Peer peer in Peers.All)
            {
                Row row = Run(peer, size.Types);
                if (round >= 0) samples[peer.Name].Add(row);
            }
        }

        return [.. samples.Values.Select(Median)];
    }

    /// <summary>Until the JIT has optimised all peers, so that the few types are not the ones that pay for it.</summary>
    private static void WarmUp()
    {
        for (int round = 0; round < 20; round++)
        {
            foreach (Peers.Peer peer in Peers.All) Run(peer, 100);
        }
    }

    private static Row Run(Peers.Peer peer, int count)
    {
        CSharpCompilation compilation = Declarations.Compilation(count, peer.Source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(peer.Generator());
        GC.Collect();
        TimeSpan paused = GC.GetTotalPauseDuration();
        double cold = Time(() => driver = driver.RunGenerators(compilation));
        double coldPause = (GC.GetTotalPauseDuration() - paused).TotalMilliseconds;

        CSharpCompilation commented = Declarations.Edit(compilation, Declarations.Unrelated, source => source + "// A comment.");
        long before = GC.GetAllocatedBytesForCurrentThread();
        double unrelated = Time(() => driver = driver.RunGenerators(commented));
        double allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        CSharpCompilation extended = Declarations.Edit(commented, Declarations.Unrelated, source => source.Replace("Run() => 1;", "Run() => 1; public static int Walk() => 2;"));
        double method = Time(() => driver = driver.RunGenerators(extended));

        CSharpCompilation edited = Declarations.Edit(extended, "Type3.cs", peer.Edit);
        double one = Time(() => driver = driver.RunGenerators(edited));

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception) throw exception;
        return new Row(
            peer.Name, count, cold, coldPause, unrelated, method, one, allocated, result.GeneratedSources.Length,
            result.GeneratedSources.Sum(source => source.SourceText.Length) / 1024.0);
    }

    private static double Time(Action run)
    {
        double start = ProcessorTime.OfThread;
        run();
        return ProcessorTime.OfThread - start;
    }

    private static Row Median(IReadOnlyList<Row> rows) => rows[0] with
    {
        Cold = Median(rows, row => row.Cold),
        ColdPause = Median(rows, row => row.ColdPause),
        Unrelated = Median(rows, row => row.Unrelated),
        Method = Median(rows, row => row.Method),
        One = Median(rows, row => row.One),
        Allocated = Median(rows, row => row.Allocated),
    };

    private static double Median(IEnumerable<Row> rows, Func<Row, double> value) => Interleaved.Median(rows.Select(value));

    public static string Report(IEnumerable<Size> sizes)
    {
        var report = new StringBuilder("## Compiling\n\nMicroseconds of processor time for each declared type, medians.\n\n");
        report.Append("| Types | Generator | cold | of it garbage collection | comment elsewhere | method elsewhere | edit of one, ms | all again elsewhere, ms | KB allocated each | files | KB of source each |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        WarmUp();
        foreach (Size size in sizes)
        {
            IReadOnlyList<Row> rows = Measure(size);
            foreach (Row row in rows)
            {
                report.Append($"| {size.Types} | {row.Peer} | {row.Each(row.Cold):F0} | {row.Each(row.ColdPause):F0} | {row.Each(row.Unrelated):F1} | {row.Each(row.Method):F1} | {row.One:F2} | {row.Unrelated:F2} | {row.Allocated / row.Count / 1024:F1} | {row.Outputs} | {row.Kilobytes / row.Count:F1} |\n");
            }

            Row ours = rows[0];
            Row json = rows.First(row => row.Peer.StartsWith("System.Text.Json", StringComparison.Ordinal));
            report.Append($"| {size.Types} | **ours ÷ System.Text.Json** | **{ours.Cold / json.Cold:F2}** (bound 0.25) | | **{ours.Unrelated / json.Unrelated:F3}** (0.1) | **{ours.Method / json.Method:F3}** (0.1) | {ours.One / ours.Unrelated:F1} times a comment{(size.Types >= 1000 ? " (2)" : "")} | | | | |\n");
        }

        report.Append($"\n{GeneratedCode.Report()}\n{AnalyzerCost.Report()}");
        return report.ToString();
    }
}
