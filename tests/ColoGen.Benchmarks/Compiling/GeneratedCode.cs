using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ColoGen.Generators;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the compiler does with what is generated.</summary>
internal static class GeneratedCode
{
    private const int Topologies = 50;

    public static string Report()
    {
        CSharpCompilation compilation = Declarations.Compilation(Topologies);
        CSharpGeneratorDriver.Create(new TopologyGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        double kilobytes = generated.SyntaxTrees.Except(compilation.SyntaxTrees).Sum(tree => tree.Length) / 1024.0;
        double[] over = new double[7];
        for (int round = -3; round < over.Length; round++)
        {
            double without = Emit(compilation);
            double with = Emit(generated);
            if (round >= 0) over[round] = with - without;
        }

        return $"Compile time of the generated code, parsed already: {Interleaved.Median(over) / Topologies:F2} ms a topology of {kilobytes / Topologies:F1} KB (emit of {Topologies} topologies with it less emit without).\n";
    }

    private static double Emit(Compilation compilation)
    {
        Compilation fresh = compilation.Clone().WithOptions(compilation.Options.WithConcurrentBuild(false));
        double start = ProcessorTime.OfThread;
        fresh.Emit(Stream.Null);
        return ProcessorTime.OfThread - start;
    }
}
