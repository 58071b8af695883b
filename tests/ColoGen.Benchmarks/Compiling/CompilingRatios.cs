using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What each generator costs the compiler, in turns.</summary>
internal static class CompilingRatios
{
    public sealed record Row(
        string Peer,
        int Count,
        double Cold,
        double ColdPause,
        double FirstBody,
        double Body,
        double Other,
        double OtherPause,
        double One,
        double Allocated,
        int Outputs,
        double Kilobytes)
    {
        public double Each(double milliseconds) => milliseconds * 1000 / Count;
    }

    /// <param name="Types">How many declared types.</param>
    /// <param name="Rounds">How many rounds count.</param>
    public sealed record Size(int Types, int Rounds);

    public static IReadOnlyList<Size> Sizes { get; } = [new(10, 31), new(100, 15), new(1000, 3)];

    /// <summary>How many edits are made in a row. The first one finds the processor's caches full of what the cold run left.</summary>
    private const int Edits = 5;

    /// <summary>Alone in the project, and with a second generator, which adds a file after each edit.</summary>
    private static readonly bool[] s_both = [false, true];

    private static string Name(Peers.Peer peer, bool hasSecond) => hasSecond ? peer.Name + ", with a second generator" : peer.Name;

    private static IReadOnlyList<Row> Measure(Size size)
    {
        var samples = Peers.All.SelectMany(peer => s_both.Select(hasSecond => Name(peer, hasSecond))).ToDictionary(name => name, _ => new List<Row>());
        for (int round = -1; round < size.Rounds; round++)
        {
            foreach (Peers.Peer peer in Peers.All)
            {
                foreach (bool hasSecond in s_both)
                {
                    Row row = Run(peer, size.Types, hasSecond);
                    if (round >= 0) samples[row.Peer].Add(row);
                }
            }
        }

        return [.. samples.Values.Select(Median)];
    }

    /// <summary>Until the JIT has optimised all peers, so that the few types are not the ones that pay for it.</summary>
    private static void WarmUp()
    {
        for (int round = 0; round < 20; round++)
        {
            foreach (Peers.Peer peer in Peers.All) Run(peer, 100, hasSecond: true);
        }
    }

    private static Row Run(Peers.Peer peer, int count, bool hasSecond)
    {
        CSharpCompilation compilation = Declarations.Compilation(count, peer.Source);
        ISourceGenerator[] generators = hasSecond ? [peer.Generator(), new SecondGenerator().AsSourceGenerator()] : [peer.Generator()];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators);
        GC.Collect();
        TimeSpan paused = GC.GetTotalPauseDuration();
        double cold = Time(() => driver = driver.RunGenerators(compilation));
        double coldPause = (GC.GetTotalPauseDuration() - paused).TotalMilliseconds;

        var body = new double[Edits];
        double allocated = 0;
        for (int edit = 0; edit < Edits; edit++)
        {
            compilation = Declarations.Edit(compilation, Declarations.Unrelated, source => source.Replace($"=> {edit};", $"=> {edit + 1};"));
            long before = GC.GetAllocatedBytesForCurrentThread();
            body[edit] = Time(() => driver = driver.RunGenerators(compilation));
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var other = new double[Edits];
        paused = GC.GetTotalPauseDuration();
        for (int edit = 0; edit < Edits; edit++)
        {
            compilation = Declarations.Edit(
                compilation, Declarations.Unrelated, source => source.Replace("class Program", $"class Edited{edit}; public static class Program"));
            other[edit] = Time(() => driver = driver.RunGenerators(compilation));
        }

        double otherPause = (GC.GetTotalPauseDuration() - paused).TotalMilliseconds / Edits;
        CSharpCompilation edited = Declarations.Edit(compilation, "Type3.cs", peer.Edit);
        double one = Time(() => driver = driver.RunGenerators(edited));

        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is { } exception) throw exception;
        return new Row(
            Name(peer, hasSecond), count, cold, coldPause, body[0], Interleaved.Median(body), Interleaved.Median(other), otherPause, one, allocated,
            result.GeneratedSources.Length,
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
        FirstBody = Median(rows, row => row.FirstBody),
        Body = Median(rows, row => row.Body),
        Other = Median(rows, row => row.Other),
        OtherPause = rows.Average(row => row.OtherPause),
        One = Median(rows, row => row.One),
        Allocated = Median(rows, row => row.Allocated),
    };

    private static double Median(IEnumerable<Row> rows, Func<Row, double> value) => Interleaved.Median(rows.Select(value));

    public static string Report(IEnumerable<Size> sizes)
    {
        var report = new StringBuilder(
            "## Compiling\n\nMicroseconds of processor time for each declared type, medians. "
            + "Garbage collection is on other threads; its pauses are given beside it.\n\n");
        report.Append(
            "| Types | Generator | cold | collection | edit in a body elsewhere (the first) | any other edit elsewhere | collection, mean "
            + "| edit of one, ms | KB allocated by the edit in a body | files | KB of source each |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|\n");
        WarmUp();
        foreach (Size size in sizes)
        {
            IReadOnlyList<Row> rows = Measure(size);
            foreach (Row row in rows)
            {
                report.Append(
                    CultureInfo.InvariantCulture,
                    $"| {size.Types} | {row.Peer} | {row.Each(row.Cold):F0} | {row.Each(row.ColdPause):F0} "
                    + $"| {row.Each(row.Body):F1} ({row.Each(row.FirstBody):F1}) | {row.Each(row.Other):F1} | {row.Each(row.OtherPause):F0} | {row.One:F2} "
                    + $"| {row.Allocated / row.Count / 1024:F1} | {row.Outputs} | {row.Kilobytes / row.Count:F1} |\n");
            }

            foreach (bool hasSecond in s_both)
            {
                Row ours = rows.Single(row => row.Peer == Name(Peers.All[0], hasSecond));
                Row json = rows.Single(row => row.Peer == Name(Peers.All[1], hasSecond));
                report.Append(
                    CultureInfo.InvariantCulture,
                    $"| {size.Types} | **{ours.Peer} ÷ System.Text.Json** | **{ours.Cold / json.Cold:F2}** (bound 3) | "
                    + $"| **{ours.Body / json.Body:F2}** (0.33) | **{ours.Other / json.Other:F2}** (3) | | {ours.One / json.One:F2} | | | |\n");
            }
        }

        report.Append(CultureInfo.InvariantCulture, $"\n{GeneratedCode.Report()}\n{AnalyzerCost.Report()}");
        return report.ToString();
    }
}
