using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What each generator costs the compiler, in turns.</summary>
internal static class CompilingRatios
{
    public sealed record Row(string Peer, int Count, double Cold, double Same, double Unrelated, double Method, double One, double Allocated, int Outputs, double Kilobytes)
    {
        public double Each(double milliseconds) => milliseconds * 1000 / Count;
    }

    public static IReadOnlyList<Row> Measure(int count, int rounds)
    {
        var samples = Peers.All.ToDictionary(peer => peer.Name, _ => new List<Row>());
        for (int round = 0; round < rounds + 2; round++)
        {
            foreach (Peers.Peer peer in Peers.All)
            {
                Row row = Run(peer, count);
                if (round >= 2) samples[peer.Name].Add(row);
            }
        }

        return [.. samples.Values.Select(Median)];
    }

    private static Row Run(Peers.Peer peer, int count)
    {
        CSharpCompilation compilation = Declarations.Compilation(count, peer.Source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(peer.Generator());
        GC.Collect();
        double cold = Time(() => driver = driver.RunGenerators(compilation));
        double same = Time(() => driver = driver.RunGenerators(compilation));

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
            peer.Name, count, cold, same, unrelated, method, one, allocated, result.GeneratedSources.Length,
            result.GeneratedSources.Sum(source => source.SourceText.Length) / 1024.0);
    }

    private static double Time(Action run)
    {
        double start = ThreadTime.Milliseconds;
        run();
        return ThreadTime.Milliseconds - start;
    }

    private static Row Median(IReadOnlyList<Row> rows) => rows[0] with
    {
        Cold = Median(rows, row => row.Cold),
        Same = Median(rows, row => row.Same),
        Unrelated = Median(rows, row => row.Unrelated),
        Method = Median(rows, row => row.Method),
        One = Median(rows, row => row.One),
        Allocated = Median(rows, row => row.Allocated),
    };

    private static double Median(IEnumerable<Row> rows, Func<Row, double> value) => rows.Select(value).Order().ElementAt(rows.Count() / 2);

    public static string Report(IReadOnlyList<int> counts, int rounds)
    {
        var report = new StringBuilder("## Compiling\n\nMicroseconds of processor time for each declared type, medians.\n\n");
        report.Append("| Types | Generator | cold | comment elsewhere | method elsewhere | edit of one, ms | all again elsewhere, ms | KB allocated each | files | KB of source each |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (int count in counts)
        {
            IReadOnlyList<Row> rows = Measure(count, count >= 1000 ? Math.Min(rounds, 3) : rounds);
            foreach (Row row in rows)
            {
                report.Append($"| {count} | {row.Peer} | {row.Each(row.Cold):F0} | {row.Each(row.Unrelated):F1} | {row.Each(row.Method):F1} | {row.One:F2} | {row.Unrelated:F2} | {row.Allocated / row.Count / 1024:F1} | {row.Outputs} | {row.Kilobytes / row.Count:F1} |\n");
            }

            Row ours = rows[0];
            Row json = rows.First(row => row.Peer.StartsWith("System.Text.Json", StringComparison.Ordinal));
            report.Append($"| {count} | **ours ÷ System.Text.Json** | **{ours.Cold / json.Cold:F2}** (bound 0.25) | **{ours.Unrelated / json.Unrelated:F3}** (0.1) | **{ours.Method / json.Method:F3}** (0.1) | {ours.One / ours.Unrelated:F1} times a comment (2) | | | | |\n");
        }

        report.Append($"\n{GeneratedCode.Report()}\n{AnalyzerCost.Report()}");
        return report.ToString();
    }
}
