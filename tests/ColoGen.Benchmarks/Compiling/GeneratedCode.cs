using System.Globalization;
using System.Text;
using ColoGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the compiler does with what is generated.</summary>
internal static class GeneratedCode
{
    private const int Types = 50;
    private const int WarmUps = 5;
    private const int Rounds = 9;

    public static string Report()
    {
        Project[] projects = [.. Peers.All.Select(Generate)];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            foreach (Project project in projects)
            {
                double time = Emit(project.Compilation);
                if (round >= 0) project.Times.Add(time / Types);
            }
        }

        var report = new StringBuilder("| Compiling a declared type with what is generated for it, parsed already | KB generated | ms |\n|---|---|---|\n");
        foreach (Project project in projects)
        {
            report.Append(CultureInfo.InvariantCulture, $"| {project.Peer} | {project.Kilobytes:F1} | {Interleaved.Median(project.Times):F1} |\n");
        }

        report.Append(CultureInfo.InvariantCulture, $"\n{ShareReport()}");
        return report.ToString();
    }

    /// <summary>What part of a whole compilation of topologies the generator takes.</summary>
    private static string ShareReport()
    {
        const int topologies = 20;
        var generators = new List<double>();
        var builds = new List<double>();
        for (int round = -WarmUps; round < Rounds; round++)
        {
            GC.Collect();
            double start = ProcessorTime.OfThread;
            CSharpCompilation declared = Declarations.Compilation(topologies);
            CSharpCompilation single = declared.WithOptions(declared.Options.WithConcurrentBuild(false));
            double parsed = ProcessorTime.OfThread;
            CSharpGeneratorDriver.Create(new ColoGenGenerator()).RunGeneratorsAndUpdateCompilation(single, out Compilation generated, out _);
            double ran = ProcessorTime.OfThread;
            if (!generated.Emit(Stream.Null).Success) throw new InvalidOperationException("What is generated does not compile.");
            if (round < 0) continue;
            generators.Add(ran - parsed);
            builds.Add(ProcessorTime.OfThread - start);
        }

        double generator = Interleaved.Median(generators);
        double build = Interleaved.Median(builds);
        return $"The generator takes {generator:F1} of {build:F1} ms, {generator / build * 100:F0} %, "
            + $"of compiling {topologies} topologies: parsing, generating, binding and emitting (bound 10 %).\n";
    }

    private static Project Generate(Peers.Peer peer)
    {
        CSharpCompilation declared = Declarations.Compilation(Types, peer.Source);
        CSharpGeneratorDriver.Create(peer.Generator()).RunGeneratorsAndUpdateCompilation(declared, out Compilation generated, out _);
        foreach (SyntaxTree tree in generated.SyntaxTrees) tree.GetRoot();
        return new Project(peer.Name, generated, generated.SyntaxTrees.Except(declared.SyntaxTrees).Sum(tree => tree.Length) / 1024.0 / Types);
    }

    private static double Emit(Compilation compilation)
    {
        Compilation fresh = compilation.Clone().WithOptions(compilation.Options.WithConcurrentBuild(false));
        double start = ProcessorTime.OfThread;
        if (!fresh.Emit(Stream.Null).Success) throw new InvalidOperationException("What is generated does not compile.");
        return ProcessorTime.OfThread - start;
    }

    private sealed record Project(string Peer, Compilation Compilation, double Kilobytes)
    {
        public List<double> Times { get; } = [];
    }
}
