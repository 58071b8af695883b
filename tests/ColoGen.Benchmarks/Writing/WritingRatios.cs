using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using static ColoGen.Benchmarks.Interleaved;

namespace ColoGen.Benchmarks.Writing;

/// <summary>What writing a document costs next to a copy of its bytes, and next to what people use instead.</summary>
/// <remarks>
/// Within one process all slices agree, but each process has its code and data at other addresses, which is worth a tenth. So several
/// processes measure, and each figure is the median of what they say.
/// </remarks>
internal static class WritingRatios
{
    /// <summary>The argument with which this program measures once.</summary>
    public const string Once = "writing-once";

    private const int Slices = 200;

    private static readonly (string Peer, string Ours)[] s_instead =
    [
        ("XmlWriter", "tree XML"), ("XmlSerializer", "tree XML"), ("XDocument", "tree XML"), ("interpolation with escaping", "tree XML"),
        ("Utf8JsonWriter", "blockdev JSON"), ("System.Text.Json, source generator", "blockdev JSON"),
    ];

    /// <summary>Nanoseconds of each candidate.</summary>
    public static Dictionary<string, double> Measure() =>
        new(Interleaved.Measure(WritingCandidates.Documents(), Slices).Concat(Interleaved.Measure(WritingCandidates.Growth(), Slices)));

    public static string Report(int processes)
    {
        var times = new Times([.. Enumerable.Range(0, processes).Select(_ => MeasureElsewhere())]);
        Candidate[] candidates = WritingCandidates.Documents();
        var report = new StringBuilder("## Writing\n\n");
        report.Append("| Document | bytes | ns | ÷ copy of its bytes | bound | allocated |\n|---|---|---|---|---|---|\n");
        Row("constant", "copy of the constant", WritingCandidates.Constant, "1.1");
        Row("one disk", "copy of one disk", WritingCandidates.OneDisk, "1.7");
        Row("tree XML", "copy of the tree XML", WritingCandidates.Tree, "3.7");
        Row("tree XML, encoded before", "copy of the tree XML", WritingCandidates.Tree, "2.2");
        Row("blockdev JSON", "copy of the blockdev JSON", WritingCandidates.Json, "4.0");
        Row("blockdev JSON, encoded before", "copy of the blockdev JSON", WritingCandidates.Json, "");
        report.Append("\n| | ns | ÷ | bound | allocated |\n|---|---|---|---|---|\n");
        Ratio("foreign texts and special characters ÷ `GetBytes` of the same strings", "tree XML, foreign texts", "GetBytes of foreign texts", "1.5");
        Ratio("`IBufferWriter<byte>` ÷ span", "tree XML to a buffer writer", "tree XML", "1.1");
        report.Append("\n| Instead of it | ns | times ours | allocated |\n|---|---|---|---|\n");
        foreach ((string peer, string ours) in s_instead)
        {
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {peer} ({ours}) | {times[peer]:F0} | {times.Ratio(peer, ours):F0} | {Allocated(peer)} |\n");
        }

        Growth(report, times);
        return report.ToString();

        void Row(string name, string copy, byte[] bytes, string bound) =>
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {bytes.Length} | {times[name]:F1} | **{times.Ratio(name, copy):F2}** | {bound} | {Allocated(name)} |\n");

        void Ratio(string title, string name, string other, string bound) =>
            report.Append(CultureInfo.InvariantCulture, $"| {title} | {times[name]:F1} | {times.Ratio(name, other):F2} | {bound} | {Allocated(name)} |\n");

        long Allocated(string name)
        {
            Candidate candidate = candidates.Single(candidate => candidate.Name == name);
            int count = 100 * candidate.Least;
            candidate.Run(count);
            long before = GC.GetAllocatedBytesForCurrentThread();
            candidate.Run(count);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        }
    }

    private static void Growth(StringBuilder report, Times times)
    {
        report.Append("\n| Growth | ns | ns each |\n|---|---|---|\n");
        foreach (int disks in WritingCandidates.Disks) Row($"{disks} disks", $"{disks} disks in a list, tree XML", disks);
        foreach (int depth in WritingCandidates.Depths) Row($"{depth} deep", $"a chain {depth} deep, blockdev JSON", depth);
        report.Append(
            CultureInfo.InvariantCulture,
            $"\nSlope: {(times["1000 disks"] - times["100 disks"]) / 900:F1} ns a disk from 100 to 1,000; "
            + $"{(times["200 deep"] - times["100 deep"]) / 100:F1} ns a layer from 100 to 200.\n");

        void Row(string name, string title, int count) =>
            report.Append(CultureInfo.InvariantCulture, $"| {title} | {times[name]:F0} | {times[name] / count:F1} |\n");
    }

    private static Dictionary<string, double> MeasureElsewhere()
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(WritingRatios).Assembly.Location, Once])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_gcServer"] = "0" },
        })!;
        Dictionary<string, double> times = JsonSerializer.Deserialize<Dictionary<string, double>>(process.StandardOutput.ReadToEnd())!;
        process.WaitForExit();
        return times;
    }

    private sealed class Times(IReadOnlyList<Dictionary<string, double>> processes)
    {
        public double this[string name] => Median(processes.Select(times => times[name]));

        public double Ratio(string name, string other) => Median(processes.Select(times => times[name] / times[other]));
    }
}
