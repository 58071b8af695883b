using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ColoGen.Benchmarks.Compiling;
using ColoGen.Benchmarks.Writing;

namespace ColoGen.Benchmarks;

/// <summary>Writes docs/performance.md between its marks; what people wrote around them stays.</summary>
internal static class Report
{
    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    public static void Write(string path)
    {
        string before = File.ReadAllText(path);
        var measured = new StringBuilder();
        measured.Append(
            CultureInfo.InvariantCulture,
            $"Measured on {Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, "
            + $"{RuntimeInformation.FrameworkDescription}; Roslyn {typeof(Microsoft.CodeAnalysis.Compilation).Assembly.GetName().Version}.\n\n");
        measured.Append(WritingRatios.Report(processes: 9));
        measured.Append('\n');
        measured.Append(CompilingRatios.Report(CompilingRatios.Sizes));
        int begin = before.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = before.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(path, $"{before[..begin]}\n{measured}\n{before[end..]}");
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();
}
