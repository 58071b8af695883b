using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Running;
using ColoGen.Benchmarks;
using ColoGen.Benchmarks.Compiling;
using ColoGen.Benchmarks.Writing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["report", var path]:
        Report.Write(path);
        break;
    case ["writing"]:
        Console.WriteLine(WritingRatios.Report(processes: 5));
        break;
    case [WritingRatios.Once]:
        Console.WriteLine(JsonSerializer.Serialize(WritingRatios.Measure()));
        break;
    case ["compiling"]:
        Console.WriteLine(CompilingRatios.Report(CompilingRatios.Sizes.Where(size => size.Types < 1000)));
        break;
    case ["analyzers"]:
        Console.WriteLine(AnalyzerCost.Report());
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
